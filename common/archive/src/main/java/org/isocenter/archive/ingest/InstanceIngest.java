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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

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
import org.isocenter.archive.rejection.StoredAgain;
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
    private static final int AE_LENGTH = 16;
    /** PS3.5 table 6.2-1: what a file says of its sender may be anything. */
    private static final Pattern AET = Pattern.compile("[ -\\[\\]-~]{1,16}");

    private final MetadataStore metadata;
    private final ObjectStore objects;
    private final EventBus events;
    private final IngestSettings settings;
    private final ChunkPool chunks;
    private final HeaderMemory headers;
    private final InstanceCheck check;
    private final SameContent sameContent;
    private final StoredAgain storedAgain;

    /** What comes again while it is rejected stays hidden. */
    public InstanceIngest(MetadataStore metadata, ObjectStore objects, EventBus events, IngestSettings settings) {
        this(metadata, objects, events, settings, uids -> StoredAgain.Kept.YES);
    }

    /**
     * Over the ports.
     *
     * @param storedAgain asked of content that comes again while it is rejected
     */
    public InstanceIngest(
            MetadataStore metadata,
            ObjectStore objects,
            EventBus events,
            IngestSettings settings,
            StoredAgain storedAgain) {
        this.storedAgain = storedAgain;
        this.metadata = metadata;
        this.objects = objects;
        this.events = events;
        this.settings = settings;
        this.chunks = new ChunkPool(settings.maxBytesInFlight(), PATIENCE);
        this.headers = new HeaderMemory(Runtime.getRuntime().maxMemory() / 8, PATIENCE);
        this.check = new InstanceCheck(settings.acceptUnlistedSopClasses());
        this.sameContent = new SameContent(objects);
    }

    /** Stores one instance; reads the stream to its end. */
    public IngestResult store(IngestRequest request) {
        check.checkTransferSyntax(request.transferSyntax());
        VersionsInTime versions = new VersionsInTime(metadata, request);
        try (HeaderMemory.Share header = headers.share();
                Body body = new Body(chunks, BODY_IN_MEMORY, beginning -> openUpload(request, beginning))) {
            ScannedDataset scanned = scan(request, body, header);
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
                    fileMetaInformation(request, sopClassUid, uids.sopInstanceUid()),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS));
            CompletionStage<List<InstanceVersion>> known = versions.of(uids.sopInstanceUid());
            if (objects.isLocal()) {
                upload(arrival);
            }
            List<InstanceVersion> before = new Deadline(settings.engineTimeout()).await(known);
            Decision decision = decide(arrival, before);
            switch (decision.outcome()) {
                case STORED -> commit(arrival, decision.location());
                case QUARANTINED -> quarantine(arrival);
                case DUPLICATE -> new Deadline(settings.engineTimeout()).await(announceAgain(decision.kept()));
            }
            return new IngestResult(decision.outcome(), uids, sopClassUid);
        }
    }

    /** What is done with an arrival, the instance that is kept under its UID; null if there is none; and where it is to be kept. */
    private record Decision(Outcome outcome, StoredInstance kept, ObjectLocation location) {}

    /** An instance that was read whole and found in order. */
    private record Arrival(
            IngestRequest request,
            Body body,
            ScannedDataset scanned,
            String sopClassUid,
            InstanceUids uids,
            Digest digest,
            byte[] fileMetaInformation,
            Instant at) {

        ObjectLocation in(String bucket) {
            return in(bucket, "");
        }

        /**
         * Content that came before under its UID, and is not kept any more, gets a key that no other store gets: a deletion of what came before may
         * be under way, or be repeated however late by a process that stood still (docs/decisions/0013).
         */
        ObjectLocation in(String bucket, List<InstanceVersion> before) {
            boolean known =
                    before.stream().anyMatch(each -> each.digest().short8().equals(digest.short8()));
            return in(bucket, known ? "-" + UUID.randomUUID().toString().substring(0, 8) : "");
        }

        private ObjectLocation in(String bucket, String distinction) {
            return new ObjectLocation(
                    bucket,
                    uids.studyInstanceUid() + "/" + uids.seriesInstanceUid() + "/" + uids.sopInstanceUid() + "."
                            + digest.short8() + distinction + ".dcm");
        }
    }

    /**
     * Of the same length whoever sends: the same data set from two senders at once is one object under one key, and its row must
     * be right whichever of them wrote last. What came without an AE title was written by us.
     */
    private static byte[] fileMetaInformation(IngestRequest request, String sopClassUid, String sopInstanceUid) {
        String sourceAet = AET.matcher(request.sourceAet()).matches() ? request.sourceAet() : OWN_AET;
        return FileMetaInformation.create(
                        sopClassUid,
                        sopInstanceUid,
                        request.transferSyntax().uid(),
                        sourceAet + " ".repeat(Math.max(0, AE_LENGTH - sourceAet.length())))
                .encode();
    }

    private static ScannedDataset scan(IngestRequest request, Body body, HeaderMemory.Share header) {
        try {
            return DatasetScanner.scan(request.dataset(), request.transferSyntax(), ScanLimits.DEFAULT, body, header);
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
            return begun(fileMetaInformation(request, sopClassUid, sopInstanceUid));
        } catch (DicomFormatException e) {
            throw refusal(e);
        }
    }

    private ObjectUpload begun(byte[] fileMetaInformation) {
        ObjectUpload upload = objects.newUpload();
        boolean written = false;
        try {
            upload.write(fileMetaInformation, 0, fileMetaInformation.length);
            written = true;
            return upload;
        } finally {
            if (!written) {
                upload.close();
            }
        }
    }

    /** The upload that has all of an arrival; begun now if it is not yet. */
    private ObjectUpload upload(Arrival arrival) {
        if (arrival.body().upload() == null) {
            arrival.body().begin(begun(arrival.fileMetaInformation()));
        }
        return arrival.body().upload();
    }

    private Decision decide(Arrival arrival, List<InstanceVersion> versions) {
        Optional<StoredInstance> kept = versions.stream()
                .map(InstanceVersion::uids)
                .distinct()
                .map(metadata::instance)
                .flatMap(Optional::stream)
                .filter(each -> each.state() != InstanceState.DELETING)
                .findFirst();
        ObjectLocation location = arrival.in(settings.bucket(), versions);
        if (kept.isEmpty()) {
            return new Decision(Outcome.STORED, null, location);
        }
        StoredInstance existing = kept.get();
        boolean sameInstance = existing.uids().equals(arrival.uids());
        if (sameInstance && (existing.digest().equals(arrival.digest()) || isReencoded(arrival, existing))) {
            return new Decision(stays(existing) ? Outcome.DUPLICATE : Outcome.STORED, existing, location);
        }
        return switch (settings.conflictPolicy()) {
            case KEEP_FIRST -> new Decision(Outcome.QUARANTINED, existing, null);
            case REPLACE -> {
                stays(existing); // what replaces it is shown if it would be
                yield new Decision(Outcome.STORED, existing, location);
            }
        };
    }

    private boolean stays(StoredInstance kept) {
        return kept.state() == InstanceState.ACTIVE || storedAgain.storedAgain(kept.uids()) == StoredAgain.Kept.YES;
    }

    /**
     * The row of a store that was told to have failed may have come when nobody waited for it any more, its announcement given
     * up. Success is said now, so the instance has to be found.
     */
    private CompletionStage<Void> announceAgain(StoredInstance kept) {
        return events.instanceStored(new InstanceStored(
                kept.uids(),
                kept.sopClassUid(),
                kept.transferSyntaxUid(),
                kept.location(),
                kept.digest(),
                kept.objectSize(),
                kept.storedAt(),
                kept.sourceAet(),
                kept.site()));
    }

    private boolean isReencoded(Arrival arrival, StoredInstance existing) {
        return arrival.body().inMemory()
                && sameContent.test(
                        existing,
                        arrival.request().transferSyntax(),
                        arrival.body().open());
    }

    /**
     * Everything but the rows of the instance first and at once, then these. The object of a long body goes before all: it may take minutes, and
     * the projector does not wait so long for the row of what was announced.
     */
    private void commit(Arrival arrival, ObjectLocation location) {
        boolean inMemory = arrival.body().inMemory();
        if (!inMemory) {
            upload(arrival).commit(location);
        }
        IngestRequest request = arrival.request();
        TransferSyntax transferSyntax = request.transferSyntax();
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
                metadata.touchSeries(arrival.uids().series(), arrival.at()).toCompletableFuture());
        if (inMemory) {
            upload(arrival).commit(location);
        }
        // from here on: the object store has its own limit, and a large object may take longer than the engines
        Deadline deadline = new Deadline(settings.engineTimeout());
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
        deadline.await(metadata.commitInstance(instance));
    }

    private void quarantine(Arrival arrival) {
        ObjectLocation location = arrival.in(settings.quarantineBucket());
        upload(arrival).commit(location);
        new Deadline(settings.engineTimeout())
                .await(metadata.insertQuarantined(new QuarantinedInstance(
                        arrival.uids(),
                        arrival.digest(),
                        location,
                        "conflict",
                        arrival.request().sourceAet(),
                        arrival.at())));
    }
}
