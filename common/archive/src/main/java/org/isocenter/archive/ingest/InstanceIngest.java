/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

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
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.DatasetScanner;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.DicomFormatException;
import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.dicom.io.ReadLimits;
import org.isocenter.dicom.io.ScanLimits;
import org.isocenter.dicom.io.ScannedDataset;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * The store path (docs/decisions/0001): returns when the object, the rows and the event are durable, throws
 * {@link ArchiveException} when the instance is refused or its stream breaks off. No store waits for another. Safe for use by
 * many threads.
 */
public final class InstanceIngest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int BODY_IN_MEMORY = 8 << 20;
    private static final String OWN_AET = "ISOCENTER";

    private final MetadataStore metadata;
    private final ObjectStore objects;
    private final EventBus events;
    private final IngestSettings settings;
    private final ChunkPool chunks;
    private final InstanceCheck check;
    private final SameContent sameContent;

    public InstanceIngest(MetadataStore metadata, ObjectStore objects, EventBus events, IngestSettings settings) {
        this.metadata = metadata;
        this.objects = objects;
        this.events = events;
        this.settings = settings;
        this.chunks = new ChunkPool(settings.maxBytesInFlight(), PATIENCE);
        this.check = new InstanceCheck(settings.acceptUnlistedSopClasses());
        this.sameContent = new SameContent(objects);
    }

    /** Stores one instance; reads the stream to its end. */
    public IngestResult store(IngestRequest request) {
        check.checkTransferSyntax(request.transferSyntax());
        // begun before the body is read, so that the answer is there when the body is
        CompletionStage<List<InstanceVersion>> versions =
                request.sopInstanceUid().map(metadata::findVersions).orElse(null);
        try (Body body = new Body(chunks, BODY_IN_MEMORY, beginning -> openUpload(request, beginning))) {
            ScannedDataset scanned = scan(request, body);
            Attributes attributes = scanned.attributes();
            String sopClassUid = check.sopClassUid(attributes, request);
            InstanceUids uids = check.uids(attributes, request);
            PixelCheck.check(attributes);
            Arrival arrival = new Arrival(
                    request,
                    body,
                    scanned,
                    sopClassUid,
                    uids,
                    body.digest(),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS));
            Deadline deadline = new Deadline(settings.engineTimeout());
            Outcome outcome = decide(
                    arrival,
                    deadline.await(versions == null ? metadata.findVersions(uids.sopInstanceUid()) : versions));
            switch (outcome) {
                case STORED -> commit(arrival, deadline);
                case QUARANTINED -> quarantine(arrival, deadline);
                case DUPLICATE -> {
                    // nothing is written
                }
            }
            return new IngestResult(outcome, uids, sopClassUid);
        }
    }

    /** An instance that was read whole and found in order. */
    private record Arrival(
            IngestRequest request,
            Body body,
            ScannedDataset scanned,
            String sopClassUid,
            InstanceUids uids,
            Digest digest,
            Instant at) {

        String key() {
            return uids.studyInstanceUid() + "/" + uids.seriesInstanceUid() + "/" + uids.sopInstanceUid() + "."
                    + digest.short8() + ".dcm";
        }

        byte[] fileMetaInformation() {
            return InstanceIngest.fileMetaInformation(request, sopClassUid, uids.sopInstanceUid());
        }
    }

    /**
     * Of the same length whoever sends: the same data set from two senders at once is one object under one key, and its row must
     * be right whichever of them wrote last. What came without an AE title was written by us.
     */
    private static byte[] fileMetaInformation(IngestRequest request, String sopClassUid, String sopInstanceUid) {
        String sourceAet = request.sourceAet().isEmpty() ? OWN_AET : request.sourceAet();
        return FileMetaInformation.create(
                        sopClassUid, sopInstanceUid, request.transferSyntax().uid(), String.format("%-16s", sourceAet))
                .encode();
    }

    private static ScannedDataset scan(IngestRequest request, Body body) {
        try {
            return DatasetScanner.scan(request.dataset(), request.transferSyntax(), ScanLimits.DEFAULT, body);
        } catch (DicomFormatException e) {
            throw refusal(e);
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.CANNOT_UNDERSTAND, "the data set breaks off", e);
        }
    }

    private static ArchiveException refusal(DicomFormatException failure) {
        return switch (failure.reason()) {
            case NESTED_TOO_DEEPLY, ELEMENT_TOO_LONG, HEADER_TOO_LARGE, INFLATES_TOO_FAR ->
                new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "the data set exceeds a limit", failure);
            case UNSUPPORTED_TRANSFER_SYNTAX ->
                new ArchiveException(
                        ErrorCode.TRANSFER_SYNTAX_NOT_SUPPORTED, "the transfer syntax is not supported", failure);
            case NOT_DICOM, TRUNCATED, OVERRUN, INVALID_LENGTH, UNEXPECTED_TAG, DEFLATE_DAMAGED ->
                new ArchiveException(ErrorCode.CANNOT_UNDERSTAND, "the data set cannot be read", failure);
        };
    }

    /** Begins an object for a body that does not fit into memory: its file meta information needs the UIDs, which come first. */
    private ObjectUpload openUpload(IngestRequest request, InputStream beginning) throws IOException {
        try {
            Attributes identifiers = DatasetReader.readUntil(
                    beginning, request.transferSyntax(), ReadLimits.HEADER, Tag.SOPInstanceUID + 1);
            String sopClassUid = identifiers.getString(Tag.SOPClassUID);
            String sopInstanceUid = identifiers.getString(Tag.SOPInstanceUID);
            if (sopClassUid == null || sopInstanceUid == null) {
                throw new ArchiveException(ErrorCode.MISSING_IDENTIFIER, "the data set has no SOP Instance UID");
            }
            ObjectUpload upload = objects.newUpload(settings.bucket());
            byte[] fileMetaInformation = fileMetaInformation(request, sopClassUid, sopInstanceUid);
            upload.write(fileMetaInformation, 0, fileMetaInformation.length);
            return upload;
        } catch (DicomFormatException e) {
            throw refusal(e);
        }
    }

    private Outcome decide(Arrival arrival, List<InstanceVersion> versions) {
        Optional<StoredInstance> kept = versions.stream()
                .map(InstanceVersion::uids)
                .distinct()
                .map(metadata::instance)
                .flatMap(Optional::stream)
                .findFirst();
        if (kept.isEmpty()) {
            return Outcome.STORED;
        }
        StoredInstance existing = kept.get();
        boolean sameInstance = existing.uids().equals(arrival.uids());
        if (sameInstance && (existing.digest().equals(arrival.digest()) || isReencoded(arrival, existing))) {
            return Outcome.DUPLICATE;
        }
        return switch (settings.conflictPolicy()) {
            case KEEP_FIRST -> Outcome.QUARANTINED;
            case REPLACE -> Outcome.STORED;
        };
    }

    private boolean isReencoded(Arrival arrival, StoredInstance existing) {
        return arrival.body().inMemory()
                && sameContent.test(
                        existing,
                        arrival.request().transferSyntax(),
                        arrival.body().open());
    }

    /** Everything but the row first and at once, then the row. */
    private void commit(Arrival arrival, Deadline deadline) {
        IngestRequest request = arrival.request();
        TransferSyntax transferSyntax = request.transferSyntax();
        ObjectLocation location = new ObjectLocation(settings.bucket(), arrival.key());
        int datasetOffset = arrival.fileMetaInformation().length;
        long objectSize = datasetOffset + arrival.body().length();
        CompletionStage<Void> announced = CompletableFuture.allOf(
                events.instanceStored(new InstanceStored(
                                arrival.uids(),
                                arrival.sopClassUid(),
                                transferSyntax.uid(),
                                location,
                                arrival.digest(),
                                objectSize,
                                arrival.at(),
                                request.sourceAet(),
                                request.site()))
                        .toCompletableFuture(),
                metadata.insertVersion(new InstanceVersion(
                                arrival.uids(), arrival.digest(), location, transferSyntax.uid(), arrival.at()))
                        .toCompletableFuture(),
                metadata.touchSeries(arrival.uids().series()).toCompletableFuture());
        putObject(arrival, settings.bucket());
        Attributes attributes = arrival.scanned().attributes();
        byte[] bulk = BulkIndex.extract(attributes);
        StoredInstance instance = new StoredInstance(
                arrival.uids(),
                arrival.sopClassUid(),
                transferSyntax.uid(),
                location,
                arrival.digest(),
                datasetOffset,
                objectSize,
                arrival.scanned().frames().count(),
                arrival.at(),
                request.sourceAet(),
                request.site(),
                InstanceState.ACTIVE,
                DatasetWriter.toBytes(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
                bulk,
                arrival.scanned().frames().encode());
        deadline.await(announced);
        deadline.await(metadata.insertInstance(instance));
    }

    private void quarantine(Arrival arrival, Deadline deadline) {
        putObject(arrival, settings.quarantineBucket());
        deadline.await(metadata.insertQuarantined(new QuarantinedInstance(
                arrival.uids(),
                arrival.digest(),
                new ObjectLocation(settings.quarantineBucket(), arrival.key()),
                "conflict",
                arrival.request().sourceAet(),
                arrival.at())));
    }

    private void putObject(Arrival arrival, String bucket) {
        Body body = arrival.body();
        if (body.inMemory()) {
            try (ObjectUpload upload = objects.newUpload(bucket)) {
                byte[] fileMetaInformation = arrival.fileMetaInformation();
                upload.write(fileMetaInformation, 0, fileMetaInformation.length);
                body.writeTo(upload);
                upload.commit(arrival.key());
            }
        } else {
            body.upload().commit(arrival.key());
        }
    }
}
