/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.ingest.stow.StowOutcome.Status;
import org.isocenter.service.concurrent.BlockingExecutor;
import org.isocenter.service.config.IngestConfig;
import org.isocenter.service.multipart.BodyPart;
import org.isocenter.service.multipart.MultipartReader;

/** Takes the body of a store request apart and stores each instance. Thread-safe. */
@ApplicationScoped
public class StowStore {

    /** PS3.18 I.2.2: cannot understand; nothing of an instance could be read in the part. */
    private static final int CANNOT_UNDERSTAND = 0xc000;

    private final PartStore partStore;
    private final MetadataStow metadataStow;
    private final BlockingExecutor executor;
    private final int parallelism;

    /** With what stores files, and instances in pieces. */
    public StowStore(PartStore partStore, MetadataStow metadataStow, BlockingExecutor executor, IngestConfig config) {
        this.partStore = partStore;
        this.metadataStow = metadataStow;
        this.executor = executor;
        this.parallelism = Math.max(1, Math.min(16, config.stowParallelism()));
    }

    /**
     * Stores what the body holds.
     *
     * @param base address of the request
     * @param studyInstanceUid that every instance must have, if one is given
     * @return what became of each part in their order; ends with the first that found the archive unavailable
     * @throws IOException if the body is truncated or malformed; files that came whole may be stored
     */
    List<StowOutcome> storeAll(
            StowContentType contentType, InputStream body, URI base, Optional<String> studyInstanceUid)
            throws IOException {
        if (contentType.metadata().isPresent()) {
            return metadataStow.storeAll(contentType, body, base, studyInstanceUid);
        }
        if (contentType.boundary().isEmpty()) {
            TurnInputStream content = new TurnInputStream(body, () -> {});
            StowOutcome outcome = partStore.store(content, studyInstanceUid);
            if (content.failure() != null) {
                throw content.failure();
            }
            return List.of(outcome);
        }
        MultipartReader reader =
                new MultipartReader(body, contentType.boundary().get());
        return new PartPipeline<StowOutcome>(
                        executor,
                        parallelism,
                        (part, content) -> storePart(part, content, studyInstanceUid),
                        outcome -> outcome.status() == Status.UNAVAILABLE)
                .run(reader);
    }

    private StowOutcome storePart(BodyPart part, TurnInputStream content, Optional<String> studyInstanceUid) {
        if (!StowContentType.isDicom(part.contentType())) {
            return StowOutcome.unreadable(CANNOT_UNDERSTAND);
        }
        return partStore.store(content, studyInstanceUid);
    }
}
