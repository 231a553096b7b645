/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ErrorCode;
import org.isocenter.ingest.assembly.BulkParts;
import org.isocenter.ingest.assembly.BulkSpool;
import org.isocenter.ingest.assembly.DescribedInstance;
import org.isocenter.ingest.assembly.InvalidMetadataException;
import org.isocenter.ingest.assembly.MetadataForm;
import org.isocenter.ingest.assembly.MetadataMemory;
import org.isocenter.ingest.assembly.MetadataReader;
import org.isocenter.ingest.assembly.SpoolSpace;
import org.isocenter.service.config.IngestConfig;
import org.isocenter.service.config.ObjectsConfig;
import org.isocenter.service.multipart.BodyPart;
import org.isocenter.service.multipart.MultipartReader;

/**
 * Stores instances that come as metadata and bulk data (PS3.18 10.5.2). The whole body is read before the first is stored: bulk data
 * wait in a file, and only at the end is it known that none is missing or there twice. Thread-safe.
 */
@ApplicationScoped
public class MetadataStow {

    /** Some hundred headers of images; a study of more comes in several requests, or as files. */
    private static final long METADATA_OF_A_REQUEST = 64L << 20;

    private final AssembledStore store;
    private final ObjectsConfig objects;
    private final SpoolSpace space;
    private final MetadataMemory memory;

    /** With what stores one instance. */
    public MetadataStow(AssembledStore store, IngestConfig config, ObjectsConfig objects) {
        this.store = store;
        this.objects = objects;
        this.space = new SpoolSpace(config.maxBytesSpooled().asLongValue());
        this.memory = new MetadataMemory(Runtime.getRuntime().maxMemory() / 8, METADATA_OF_A_REQUEST);
    }

    /**
     * Stores what the body holds.
     *
     * @param base address of the request, to which others may be relative
     * @param studyInstanceUid that every instance must have, if one is given
     * @return what became of each instance, and a failure for each part that was not referred to
     * @throws InvalidMetadataException if no metadata can be read; nothing is stored
     * @throws IOException if the body is truncated or malformed; nothing is stored
     * @throws org.isocenter.archive.error.ArchiveException LIMIT_EXCEEDED, OVER_CAPACITY or STORAGE_FULL; nothing is stored
     */
    List<StowOutcome> storeAll(
            StowContentType contentType, InputStream body, URI base, Optional<String> studyInstanceUid)
            throws IOException {
        MetadataForm form = contentType.metadata().orElseThrow();
        try (MetadataMemory.Share share = memory.share();
                BulkSpool spool = new BulkSpool(objects.spoolDirectory(), space)) {
            MetadataReader reader = new MetadataReader(form, share);
            BulkParts parts = new BulkParts(base, spool);
            List<DescribedInstance> instances = new ArrayList<>();
            int unreadable = 0;
            if (contentType.boundary().isEmpty()) {
                instances.addAll(reader.read(body));
            } else {
                unreadable = receive(
                        form, new MultipartReader(body, contentType.boundary().get()), reader, instances, parts);
            }
            List<StowOutcome> outcomes = new ArrayList<>(store.storeAll(instances, parts, studyInstanceUid));
            addFailures(outcomes, unreadable, ErrorCode.CANNOT_UNDERSTAND);
            addFailures(outcomes, parts.left(), ErrorCode.BULK_DATA_MISMATCH);
            return outcomes;
        }
    }

    /** The number of metadata that cannot be read beside others that can. */
    private static int receive(
            MetadataForm form,
            MultipartReader body,
            MetadataReader reader,
            List<DescribedInstance> instances,
            BulkParts parts)
            throws IOException {
        InvalidMetadataException invalid = null;
        int unreadable = 0;
        boolean first = true;
        for (Optional<BodyPart> part = body.next(); part.isPresent(); part = body.next()) {
            BodyPart current = part.get();
            boolean addressed = current.header("content-location").isPresent();
            if (StowContentType.isMetadata(form, current.contentType(), first, addressed)) {
                try {
                    instances.addAll(reader.read(current.content()));
                } catch (InvalidMetadataException e) {
                    invalid = e;
                    unreadable++;
                }
            } else {
                parts.add(current);
            }
            first = false;
        }
        if (invalid != null && instances.isEmpty()) {
            throw invalid;
        }
        return unreadable;
    }

    private static void addFailures(List<StowOutcome> outcomes, int count, ErrorCode code) {
        for (int i = 0; i < count; i++) {
            outcomes.add(StowOutcome.unreadable(code.stowFailureReason()));
        }
    }
}
