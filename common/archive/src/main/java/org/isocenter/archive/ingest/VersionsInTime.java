/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceVersion;
import org.isocenter.archive.model.UidRules;

/** What is known of an instance, asked for before its body is read, so that the answer is there when the body is. */
final class VersionsInTime {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final MetadataStore metadata;
    private final String asked;
    private final long askedAt = System.nanoTime();
    private final CompletionStage<List<InstanceVersion>> early;

    VersionsInTime(MetadataStore metadata, IngestRequest request) {
        this.metadata = metadata;
        this.asked = request.sopInstanceUid()
                .or(request::likelySopInstanceUid)
                .filter(UidRules::isValid)
                .orElse(null);
        this.early = asked == null ? null : metadata.findVersions(asked);
    }

    /** Of the instance that came: if it was another one than it seemed, or came so slowly that it may have been stored since, asked anew. */
    CompletionStage<List<InstanceVersion>> of(String sopInstanceUid) {
        boolean fresh = System.nanoTime() - askedAt < FRESH.toNanos();
        return fresh && sopInstanceUid.equals(asked) ? early : metadata.findVersions(sopInstanceUid);
    }
}
