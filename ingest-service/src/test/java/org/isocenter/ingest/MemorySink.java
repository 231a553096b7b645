/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.ingest.IngestRequest;
import org.isocenter.archive.ingest.IngestResult;
import org.isocenter.archive.ingest.IngestResult.Outcome;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetScanner;
import org.isocenter.dicom.io.ScanLimits;
import org.isocenter.ingest.store.InstanceSink;

/** An archive in memory, for what the edges do with its answers. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MemorySink implements InstanceSink {

    private static final int PATIENCE_SECONDS = 10;

    private final Map<String, IngestRequest> requests = new ConcurrentHashMap<>();
    private final Map<String, byte[]> datasets = new ConcurrentHashMap<>();
    private final AtomicBoolean down = new AtomicBoolean();
    private final AtomicReference<CountDownLatch> held = new AtomicReference<>(new CountDownLatch(0));

    /** Pretends that an engine does not answer. */
    public void setDown(boolean newDown) {
        down.set(newDown);
    }

    /** Lets no answer out before as many data sets have been read. */
    public void holdUntil(int reads) {
        held.set(new CountDownLatch(reads));
    }

    private void waitForOthers() {
        CountDownLatch latch = held.get();
        latch.countDown();
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ArchiveException(ErrorCode.OVER_CAPACITY, "the others did not come");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException(ErrorCode.OVER_CAPACITY, "interrupted", e);
        }
    }

    /** What was stored under a SOP Instance UID. */
    public Optional<byte[]> dataset(String sopInstanceUid) {
        return Optional.ofNullable(datasets.get(sopInstanceUid));
    }

    /** How it was asked for. */
    public IngestRequest request(String sopInstanceUid) {
        return requests.get(sopInstanceUid);
    }

    @Override
    public IngestResult store(IngestRequest request) {
        if (down.get()) {
            throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "an engine does not answer");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Attributes attributes = scan(request, bytes);
        waitForOthers();
        InstanceUids uids = new InstanceUids(
                uid(attributes, Tag.StudyInstanceUID),
                uid(attributes, Tag.SeriesInstanceUID),
                uid(attributes, Tag.SOPInstanceUID));
        if (request.studyInstanceUid().isPresent()
                && !request.studyInstanceUid().get().equals(uids.studyInstanceUid())) {
            throw new ArchiveException(ErrorCode.IDENTIFIER_MISMATCH, "the instance is of another study");
        }
        byte[] first = datasets.putIfAbsent(uids.sopInstanceUid(), bytes.toByteArray());
        requests.putIfAbsent(uids.sopInstanceUid(), request);
        Outcome outcome = first == null
                ? Outcome.STORED
                : Arrays.equals(first, bytes.toByteArray()) ? Outcome.DUPLICATE : Outcome.QUARANTINED;
        return new IngestResult(outcome, uids, uid(attributes, Tag.SOPClassUID));
    }

    private static Attributes scan(IngestRequest request, ByteArrayOutputStream bytes) {
        try {
            return DatasetScanner.scan(request.dataset(), request.transferSyntax(), ScanLimits.DEFAULT, bytes::write)
                    .attributes();
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.CANNOT_UNDERSTAND, "the data set cannot be read", e);
        }
    }

    private static String uid(Attributes attributes, int tag) {
        String uid = attributes.getString(tag);
        if (uid == null) {
            throw new ArchiveException(ErrorCode.MISSING_IDENTIFIER, "an identifier is missing");
        }
        if (!uid.matches("[0-9.]{1,64}")) {
            throw new ArchiveException(ErrorCode.INVALID_IDENTIFIER, "an identifier is malformed");
        }
        return uid;
    }
}
