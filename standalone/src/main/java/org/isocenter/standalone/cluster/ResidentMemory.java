/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much memory processes hold, as {@code ps} says. */
final class ResidentMemory {

    private ResidentMemory() {}

    /** KiB by pid; processes that are gone are missing. */
    static Map<Long, Long> of(List<Long> pids) {
        Map<Long, Long> resident = new HashMap<>();
        if (pids.isEmpty()) {
            return resident;
        }
        String list = pids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            Process ps = new ProcessBuilder("ps", "-o", "pid=,rss=", "-p", list).start();
            String printed = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            for (String line : printed.split("\n")) {
                String[] words = line.strip().split("\\s+");
                if (words.length == 2) {
                    resident.put(Long.parseLong(words[0]), Long.parseLong(words[1]));
                }
            }
        } catch (IOException e) {
            // without ps there is a status without memory
            resident.clear();
        }
        return resident;
    }
}
