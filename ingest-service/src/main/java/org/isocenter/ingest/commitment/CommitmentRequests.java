/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.commitment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.commitment.CommitmentModule;
import org.isocenter.archive.commitment.InstanceReference;
import org.isocenter.ingest.assembly.DescribedInstance;
import org.isocenter.ingest.assembly.InvalidMetadataException;
import org.isocenter.ingest.assembly.MetadataForm;
import org.isocenter.ingest.assembly.MetadataMemory;
import org.isocenter.ingest.assembly.MetadataReader;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;
import org.isocenter.service.http.ProblemException;

/** Reads the payload of a request for commitment (PS3.18 13.4.1.4). Thread-safe. */
@ApplicationScoped
public class CommitmentRequests {

    /** Instances that one request may name. */
    static final int MOST_REFERENCES = 10_000;

    private static final long MEMORY_OF_A_REQUEST = 64L << 20;

    private final MetadataMemory memory =
            new MetadataMemory(Runtime.getRuntime().maxMemory() / 8, MEMORY_OF_A_REQUEST);

    /**
     * The instances that are named.
     *
     * @param contentType null if there is none
     * @throws ProblemException 415 or 400
     * @throws org.isocenter.archive.error.ArchiveException BAD_REQUEST, LIMIT_EXCEEDED or OVER_CAPACITY
     */
    List<InstanceReference> read(String contentType, InputStream body) {
        MetadataForm form = form(contentType);
        try (MetadataMemory.Share share = memory.share()) {
            List<DescribedInstance> modules = new MetadataReader(form, share).read(body);
            if (modules.size() != 1) {
                throw Problem.of(400, "A request for commitment is one data set.")
                        .toException();
            }
            return CommitmentModule.references(modules.get(0).attributes(), MOST_REFERENCES);
        } catch (InvalidMetadataException e) {
            throw Problem.of(400, "The request cannot be read: " + e.getMessage())
                    .toException();
        } catch (IOException e) {
            throw Problem.of(400, "The body is truncated.").toException();
        }
    }

    private static MetadataForm form(String contentType) {
        String essence;
        try {
            essence = MediaRange.parse(contentType == null ? "" : contentType).essence();
        } catch (IllegalArgumentException e) {
            essence = "";
        }
        return switch (essence) {
            case DicomWeb.DICOM_JSON, DicomWeb.JSON -> MetadataForm.JSON;
            case DicomWeb.DICOM_XML -> MetadataForm.XML;
            default ->
                throw Problem.of(
                                415,
                                "A request for commitment is taken as application/dicom+json or application/dicom+xml.")
                        .toException();
        };
    }
}
