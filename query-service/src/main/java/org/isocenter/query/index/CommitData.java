/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a commit of the index says of itself: its layout and how far the topic has been read, by partition. */
final class CommitData {

    private static final String LAYOUT = "layout";
    private static final String PARTITION = "partition.";

    private CommitData() {}

    static Map<String, String> of(Map<Integer, Long> offsets) {
        Map<String, String> data = new HashMap<>();
        data.put(LAYOUT, IndexFields.LAYOUT);
        offsets.forEach((partition, offset) -> data.put(PARTITION + partition, Long.toString(offset)));
        return data;
    }

    /** The offsets, or empty if the index has another layout and must be built anew. */
    static Optional<Map<Integer, Long>> read(Map<String, String> data) {
        if (!IndexFields.LAYOUT.equals(data.get(LAYOUT))) {
            return Optional.empty();
        }
        Map<Integer, Long> offsets = new HashMap<>();
        data.forEach((name, value) -> {
            if (name.startsWith(PARTITION)) {
                offsets.put(Integer.valueOf(name.substring(PARTITION.length())), Long.valueOf(value));
            }
        });
        return Optional.of(offsets);
    }
}
