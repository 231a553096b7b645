/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.io.IOException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.ingest.IngestRequest;
import org.isocenter.archive.ingest.IngestResult;
import org.isocenter.archive.ingest.IngestResult.Outcome;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.ingest.store.InstanceStorer;
import org.isocenter.ingest.store.Protocol;
import org.isocenter.ingest.stow.StowOutcome.Status;
import org.isocenter.service.config.SiteConfig;

/** Stores one DICOM file that came over HTTP. Thread-safe. */
@ApplicationScoped
public class PartStore {

    /** PS3.18 I.2.2: coercion of data elements; what is kept under the UID is not what came. */
    private static final int COERCED = 0xb000;

    private final InstanceStorer storer;
    private final SiteConfig site;

    /** With the store path. */
    public PartStore(InstanceStorer storer, SiteConfig site) {
        this.storer = storer;
        this.site = site;
    }

    /**
     * Stores the file.
     *
     * @param content a PS3.10 file; read to its end if it is stored
     * @param studyInstanceUid that it must be of, if one is given
     * @return what became of it; nothing that is wrong with it is thrown
     */
    StowOutcome store(TurnInputStream content, Optional<String> studyInstanceUid) {
        Optional<String> sopInstanceUid = Optional.empty();
        Optional<String> sopClassUid = Optional.empty();
        try {
            Part10Header header = Part10Header.read(content);
            Attributes meta = header.metaInformation().attributes();
            sopInstanceUid = Optional.ofNullable(meta.getString(Tag.MediaStorageSOPInstanceUID));
            sopClassUid = Optional.ofNullable(meta.getString(Tag.MediaStorageSOPClassUID));
            String sourceAet = meta.getString(Tag.SourceApplicationEntityTitle, "");
            IngestResult result = storer.store(
                    Protocol.STOW,
                    new IngestRequest(
                            header.dataset(),
                            header.transferSyntax(),
                            // the data set says what it is; its meta information is written anew
                            Optional.empty(),
                            Optional.empty(),
                            sopInstanceUid,
                            studyInstanceUid,
                            sourceAet,
                            site.site()));
            return stored(result);
        } catch (ArchiveException e) {
            return failed(e.code(), sopInstanceUid, sopClassUid);
        } catch (IOException e) {
            return failed(ErrorCode.CANNOT_UNDERSTAND, sopInstanceUid, sopClassUid);
        }
    }

    static StowOutcome stored(IngestResult result) {
        return new StowOutcome(
                Optional.of(result.uids().studyInstanceUid()),
                Optional.of(result.uids().seriesInstanceUid()),
                Optional.of(result.uids().sopInstanceUid()),
                Optional.of(result.sopClassUid()),
                Status.STORED,
                result.outcome() == Outcome.QUARANTINED ? COERCED : 0);
    }

    static StowOutcome failed(ErrorCode code, Optional<String> sopInstanceUid, Optional<String> sopClassUid) {
        return new StowOutcome(
                Optional.empty(),
                Optional.empty(),
                sopInstanceUid,
                sopClassUid,
                code.retryable() ? Status.UNAVAILABLE : Status.FAILED,
                code.stowFailureReason());
    }
}
