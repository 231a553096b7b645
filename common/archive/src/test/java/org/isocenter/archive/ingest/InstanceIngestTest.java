/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.ingest.IngestResult.Outcome;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.Durability;
import org.isocenter.archive.object.FileObjectStore;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetTranscoder;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the store path does when things take long, come twice, or want more than there is. */
class InstanceIngestTest {

    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;

    @TempDir
    Path folder;

    private final InMemoryMetadata metadata = new InMemoryMetadata();
    private final InMemoryEvents events = new InMemoryEvents();
    private FileObjectStore files;

    @BeforeEach
    void open() {
        files = new FileObjectStore(folder, Durability.PROCESS);
    }

    @Test
    void objectThatTakesLongerThanTheEngines_isStored_andAnnouncedWhenItIsThere() {
        SlowObjects slow = new SlowObjects(files, Duration.ofMillis(4500));
        IngestResult result = ingest(slow).store(request(bytes(image("1.2.3.1", 10 << 20)), EXPLICIT, "CT1"));
        assertThat(result.outcome()).isEqualTo(Outcome.STORED);
        assertThat(metadata.instances).containsKey(result.uids());
        assertThat(events.lastNanos).isGreaterThan(slow.committedNanos);
    }

    @Test
    void duplicate_isAnnouncedAgain_sinceTheFirstAnnouncementMayHaveBeenGivenUp() {
        byte[] dataset = bytes(image("1.2.3.2", 64));
        ingest(files).store(request(dataset, EXPLICIT, "CT1"));
        IngestResult again = ingest(files).store(request(dataset, EXPLICIT, "CT2"));
        assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(events.announced).hasSize(2);
        assertThat(events.announced.get(1)).isEqualTo(events.announced.get(0));
    }

    @Test
    void conflictThatComesWhileABodyTrickles_isSeen() throws IOException {
        byte[] first = bytes(image("1.2.3.3", 64));
        Attributes changed = image("1.2.3.3", 64);
        changed.setString(Tag.StudyDescription, VR.LO, "other");
        InputStream trickle = new ByteArrayInputStream(bytes(changed)) {
            private boolean slept;

            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                if (!slept) {
                    slept = true;
                    assertThat(ingest(files)
                                    .store(request(first, EXPLICIT, "CT1"))
                                    .outcome())
                            .isEqualTo(Outcome.STORED);
                    pause();
                }
                return super.read(buffer, offset, length);
            }
        };
        IngestRequest request = new IngestRequest(
                trickle,
                EXPLICIT,
                Optional.empty(),
                Optional.of("1.2.3.3"),
                Optional.empty(),
                Optional.empty(),
                "CT2",
                "main");
        assertThat(ingest(files).store(request).outcome()).isEqualTo(Outcome.QUARANTINED);
    }

    private static void pause() {
        try {
            Thread.sleep(1100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void senderThatIsNoAeTitle_isNotWrittenIntoTheFile() {
        String[] senders = {"CT1", "X".repeat(3000), "A\r\nB", "A\\B", "\u00e9"};
        for (int i = 0; i < senders.length; i++) {
            ingest(files).store(request(bytes(image("1.2.4." + i, 64)), EXPLICIT, senders[i]));
        }
        assertThat(metadata.instances).hasSize(senders.length);
        assertThat(metadata.instances.values().stream()
                        .map(StoredInstance::datasetOffset)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void requestThatNamesNoUid_asksNoEngineForIt() {
        IngestRequest request = new IngestRequest(
                new ByteArrayInputStream(bytes(image("1.2.3.5", 64))),
                EXPLICIT,
                Optional.empty(),
                Optional.of("1".repeat(70_000)),
                Optional.empty(),
                Optional.empty(),
                "CT1",
                "main");
        assertThatThrownBy(() -> ingest(files).store(request))
                .isInstanceOfSatisfying(ArchiveException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.IDENTIFIER_MISMATCH));
        assertThat(metadata.asked).doesNotContain("1".repeat(70_000));
    }

    @Test
    void conflict_liesInQuarantineWhetherItFitsIntoMemoryOrNot() {
        ingest(files).store(request(bytes(image("1.2.3.7", 64)), EXPLICIT, "CT1"));
        for (int length : new int[] {65, 10 << 20}) {
            IngestResult result = ingest(files).store(request(bytes(image("1.2.3.7", length)), EXPLICIT, "CT2"));
            assertThat(result.outcome()).isEqualTo(Outcome.QUARANTINED);
        }
        assertThat(metadata.quarantined).hasSize(2).allSatisfy(kept -> {
            assertThat(kept.location().bucket()).isEqualTo("quarantine");
            assertThat(files.size(kept.location())).isPresent();
        });
        assertThat(files.list("hot", "")).hasSize(1);
    }

    @Test
    void likelyUid_isAskedForEarly_andAnotherOneAnew() {
        ingest(files).store(request(bytes(image("1.2.3.8", 64)), EXPLICIT, "CT1"));
        for (String likely : new String[] {"1.2.3.8", "1.2.3.9"}) {
            metadata.asked.clear();
            IngestResult result = ingest(files)
                    .store(new IngestRequest(
                            new ByteArrayInputStream(bytes(image("1.2.3.8", 65))),
                            EXPLICIT,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(likely),
                            Optional.empty(),
                            "CT1",
                            "main"));
            assertThat(result.outcome()).isEqualTo(Outcome.QUARANTINED);
            assertThat(metadata.asked).startsWith(likely).endsWith("1.2.3.8");
        }
    }

    @Test
    void deflatedGiantUnderATakenUid_isNotInflatedIntoMemory() throws IOException {
        ingest(files).store(request(bytes(image("1.2.3.6", 64)), EXPLICIT, "CT1"));
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        DatasetTranscoder.transcode(
                new ByteArrayInputStream(bytes(image("1.2.3.6", 60 << 20))),
                EXPLICIT,
                TransferSyntax.of(UID.DeflatedExplicitVRLittleEndian),
                deflated);
        assertThat(deflated.size()).isLessThan(1 << 20);
        long before = allocated();
        IngestResult result = ingest(files)
                .store(request(deflated.toByteArray(), TransferSyntax.of(UID.DeflatedExplicitVRLittleEndian), "CT1"));
        assertThat(result.outcome()).isEqualTo(Outcome.QUARANTINED);
        assertThat(allocated() - before).isLessThan(40L << 20);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Test
    void headersBeyondTheMemoryForThem_areOverCapacity() {
        HeaderMemory memory = new HeaderMemory(0, Duration.ofMillis(50));
        try (HeaderMemory.Share one = memory.share();
                HeaderMemory.Share other = memory.share()) {
            one.grow(64 << 20);
            assertThatThrownBy(() -> other.grow(64 << 20))
                    .isInstanceOfSatisfying(ArchiveException.class, full -> assertThat(full.code())
                            .isEqualTo(ErrorCode.OVER_CAPACITY));
            one.close();
            other.grow(64 << 20);
        }
    }

    private InstanceIngest ingest(ObjectStore objects) {
        return new InstanceIngest(
                metadata,
                objects,
                events,
                new IngestSettings("hot", "quarantine", ConflictPolicy.KEEP_FIRST, true, 64L << 20));
    }

    private static IngestRequest request(byte[] dataset, TransferSyntax transferSyntax, String sourceAet) {
        return new IngestRequest(
                new ByteArrayInputStream(dataset),
                transferSyntax,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sourceAet,
                "main");
    }

    private static byte[] bytes(Attributes dataset) {
        return DatasetWriter.toBytes(dataset, EXPLICIT);
    }

    private static Attributes image(String sopInstanceUid, int length) {
        Attributes dataset = new Attributes();
        dataset.setString(Tag.SOPClassUID, UID.EncapsulatedPDFStorage);
        dataset.setString(Tag.SOPInstanceUID, sopInstanceUid);
        dataset.setString(Tag.StudyInstanceUID, "1.2.3");
        dataset.setString(Tag.SeriesInstanceUID, "1.2.3.0");
        byte[] document = new byte[length];
        Arrays.fill(document, (byte) ' ');
        byte[] magic = "%PDF".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(magic, 0, document, 0, magic.length);
        dataset.setBytes(Tag.EncapsulatedDocument, VR.OB, document);
        return dataset;
    }
}
