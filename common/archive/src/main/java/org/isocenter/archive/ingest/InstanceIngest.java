/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.ingest.IngestResult.Outcome;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.QuarantinedInstance;
import org.isocenter.archive.model.BulkIndex;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.InstanceVersion;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.archive.object.ObjectUpload;
import org.isocenter.dicom.io.DatasetScanner;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.DicomFormatException;
import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.dicom.io.ScanLimits;
import org.isocenter.dicom.io.ScannedDataset;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * The store path: object, event and version row in parallel, then the instance's row, then the acknowledgement
 * (docs/decisions/0001). Safe for use by many threads.
 */
public final class InstanceIngest {

    private static final int KIBIBYTE = 1024;

    private final MetadataStore metadata;
    private final ObjectStore objects;
    private final EventBus events;
    private final IngestSettings settings;
    private final Clock clock;
    private final Semaphore kibibytes;

    public InstanceIngest(
            MetadataStore metadata, ObjectStore objects, EventBus events, IngestSettings settings, Clock clock) {
        this.metadata = metadata;
        this.objects = objects;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.kibibytes = new Semaphore((int) (settings.maxBytesInFlight() / KIBIBYTE), true);
    }

    /**
     * Stores a data set; it is durable when this returns.
     *
     * @throws ArchiveException if it is not stored, and may be sent again if its code is retryable
     */
    public IngestResult store(IngestRequest request) {
        Admission.transferSyntax(request.transferSyntax());
        Optional<CompletableFuture<List<InstanceVersion>>> early =
                request.sopInstanceUid().map(uid -> metadata.findVersions(uid).toCompletableFuture());
        try (ReceivedBody body = new ReceivedBody(kibibytes)) {
            ScannedDataset scanned =
                    DatasetScanner.scan(request.dataset(), request.transferSyntax(), ScanLimits.DEFAULT, body);
            String sopClassUid = Admission.sopClass(scanned.attributes(), request);
            InstanceUids uids = Admission.uids(scanned.attributes(), request);
            Admission.pixelData(scanned.attributes());
            List<InstanceVersion> versions = join(early.orElseGet(
                    () -> metadata.findVersions(uids.sopInstanceUid()).toCompletableFuture()));
            return store(new Arrival(request, uids, sopClassUid, scanned, body, body.digest()), versions);
        } catch (DicomFormatException e) {
            throw new ArchiveException(codeOf(e.reason()), e.getMessage(), e);
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.CANNOT_UNDERSTAND, "the data set could not be read", e);
        }
    }

    private static ErrorCode codeOf(DicomFormatException.Reason reason) {
        return switch (reason) {
            case NESTED_TOO_DEEPLY, ELEMENT_TOO_LONG, HEADER_TOO_LARGE, INFLATES_TOO_FAR -> ErrorCode.LIMIT_EXCEEDED;
            case UNSUPPORTED_TRANSFER_SYNTAX -> ErrorCode.TRANSFER_SYNTAX_NOT_SUPPORTED;
            case NOT_DICOM, TRUNCATED, OVERRUN, INVALID_LENGTH, UNEXPECTED_TAG, DEFLATE_DAMAGED ->
                ErrorCode.CANNOT_UNDERSTAND;
        };
    }

    private record Arrival(
            IngestRequest request,
            InstanceUids uids,
            String sopClassUid,
            ScannedDataset scanned,
            ReceivedBody body,
            Digest digest) {

        IngestResult result(Outcome outcome) {
            return new IngestResult(outcome, uids, sopClassUid);
        }

        String key() {
            return uids.studyInstanceUid() + '/' + uids.seriesInstanceUid() + '/' + uids.sopInstanceUid() + '.'
                    + digest.short8() + ".dcm";
        }

        byte[] meta() {
            return FileMetaInformation.create(
                            sopClassUid,
                            uids.sopInstanceUid(),
                            request.transferSyntax().uid(),
                            request.sourceAet())
                    .encode();
        }
    }

    private IngestResult store(Arrival arrival, List<InstanceVersion> versions) throws IOException {
        boolean taken = false;
        for (InstanceVersion version : versions) {
            Optional<StoredInstance> row = metadata.instance(version.uids());
            if (row.isPresent() && row.get().digest().equals(arrival.digest())) {
                return arrival.result(Outcome.DUPLICATE);
            }
            taken |= row.isPresent();
        }
        if (taken && settings.conflictPolicy() == ConflictPolicy.KEEP_FIRST) {
            return quarantine(arrival);
        }
        commit(arrival);
        return arrival.result(Outcome.STORED);
    }

    private IngestResult quarantine(Arrival arrival) throws IOException {
        ObjectLocation location = new ObjectLocation(settings.quarantineBucket(), arrival.key());
        put(arrival, location, arrival.meta());
        join(metadata.insertQuarantined(new QuarantinedInstance(
                arrival.uids(),
                arrival.digest(),
                location,
                "other content is kept under the SOP Instance UID",
                arrival.request().sourceAet(),
                now())));
        return arrival.result(Outcome.QUARANTINED);
    }

    private void commit(Arrival arrival) throws IOException {
        byte[] meta = arrival.meta();
        StoredInstance row = row(arrival, meta.length);
        CompletableFuture<Void> announced = CompletableFuture.allOf(
                events.instanceStored(event(row)).toCompletableFuture(),
                metadata.insertVersion(new InstanceVersion(
                                row.uids(), row.digest(), row.location(), row.transferSyntaxUid(), row.storedAt()))
                        .toCompletableFuture(),
                metadata.touchSeries(row.uids().series()).toCompletableFuture());
        put(arrival, row.location(), meta);
        join(announced);
        join(metadata.insertInstance(row));
    }

    private void put(Arrival arrival, ObjectLocation location, byte[] meta) throws IOException {
        try (ObjectUpload upload = objects.newUpload(location.bucket())) {
            upload.write(meta, 0, meta.length);
            arrival.body().copyTo(upload);
            upload.commit(location.key());
        }
    }

    private StoredInstance row(Arrival arrival, int datasetOffset) {
        ScannedDataset scanned = arrival.scanned();
        byte[] bulk = BulkIndex.extract(scanned.attributes());
        return new StoredInstance(
                arrival.uids(),
                arrival.sopClassUid(),
                arrival.request().transferSyntax().uid(),
                new ObjectLocation(settings.bucket(), arrival.key()),
                arrival.digest(),
                datasetOffset,
                datasetOffset + scanned.length(),
                scanned.frames().count(),
                now(),
                arrival.request().sourceAet(),
                arrival.request().site(),
                InstanceState.ACTIVE,
                DatasetWriter.toBytes(scanned.attributes(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
                bulk,
                scanned.frames().encode());
    }

    private static InstanceStored event(StoredInstance row) {
        return new InstanceStored(
                row.uids(),
                row.sopClassUid(),
                row.transferSyntaxUid(),
                row.location(),
                row.digest(),
                row.objectSize(),
                row.storedAt(),
                row.sourceAet(),
                row.site());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T> T join(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ArchiveException failure) {
                throw failure;
            }
            throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "the store did not complete", e);
        }
    }
}
