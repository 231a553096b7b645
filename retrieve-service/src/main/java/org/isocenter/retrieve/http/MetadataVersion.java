/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.model.Digest;

/** Of which contents of which instances metadata are. Used by one thread. */
final class MetadataVersion {

    private final List<String> contents = new ArrayList<>();
    private int count;

    /** Adds an instance, in the order in which metadata name them. */
    void add(String sopInstanceUid, Digest digest, Instant storedAt) {
        contents.add(sopInstanceUid);
        contents.add(digest.hex());
        contents.add(Long.toString(storedAt.toEpochMilli()));
        count++;
    }

    /** The instance that was added last is shown with corrections, unless the version of them is empty. */
    void addCorrections(String version) {
        if (!version.isEmpty()) {
            contents.add(version);
        }
    }

    int count() {
        return count;
    }

    /** The tag of a representation in which addresses begin with the root. */
    EntityTag tag(String mediaType, String root) {
        EntityTag.Builder tag = EntityTag.of("metadata").with(mediaType).with(root);
        contents.forEach(tag::with);
        return tag.build();
    }
}
