/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.Samples.Sample;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Real files of many makers. */
@EnabledIf(value = "org.isocenter.dicom.io.Samples#present", disabledReason = Samples.ABSENT)
class SampleFilesTest {
    private static final TransferSyntax IMPLICIT = TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
    private static final Duration QUICK = Duration.ofSeconds(20);

    private static final String WRONG_GROUP_LENGTH = "a group length that is wrong is put right";
    private static final String OTHER_ENCODING = "not encoded as its transfer syntax says";

    /** Valid files that do not come out byte by byte, and why. */
    private static final Map<String, String> NOT_CANONICAL = Map.ofEntries(
            Map.entry("pyd-chrjapmulti.dcm", WRONG_GROUP_LENGTH),
            Map.entry("pyd-chrkoreanmulti.dcm", WRONG_GROUP_LENGTH),
            Map.entry("fod-gh178.dcm", WRONG_GROUP_LENGTH),
            Map.entry("fod-gh355.dcm", WRONG_GROUP_LENGTH),
            Map.entry("syn-group-lengths.dcm", WRONG_GROUP_LENGTH),
            Map.entry("pyd-sc-rgb-jpeg.dcm", OTHER_ENCODING),
            Map.entry("syn-meta-ts-ge-private.dcm", OTHER_ENCODING),
            Map.entry("syn-meta-ts-says-explicit-but-implicit.dcm", OTHER_ENCODING),
            Map.entry("syn-meta-ts-says-implicit-but-explicit.dcm", OTHER_ENCODING),
            Map.entry("pyd-meta-missing-tsyntax.dcm", "a value of odd length is padded"),
            Map.entry("hd-dx-image.dcm", "a value of odd length is padded"),
            Map.entry("syn-odd-length-value.dcm", "a value of odd length is padded"),
            Map.entry("syn-duplicate-tag.dcm", "of two elements with one tag the later is kept"),
            Map.entry("syn-invalid-vr-bytes.dcm", "an invalid VR is written as UN"),
            Map.entry("syn-out-of-order-tags.dcm", "tags are put in order"),
            Map.entry("syn-un-undefined-length-cp246.dcm", "tags are put in order"));

    /** Lenient files that are refused. */
    private static final Set<String> REFUSED =
            Set.of("pydd-emri-small-jpeg-2k-lossless-too-short.dcm", "fod-gh179b.dcm");

    static Stream<Sample> valid() {
        return Samples.all().filter(sample -> sample.expect().startsWith("valid") && !REFUSED.contains(sample.name()));
    }

    static Stream<Sample> others() {
        return Samples.all().filter(sample -> !sample.expect().startsWith("valid") || REFUSED.contains(sample.name()));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readThenWrite_sameBytes(Sample sample) throws IOException {
        Part10Header header = sample.open();
        byte[] original = Samples.dataset(header);
        Attributes read = DatasetReader.read(original, header.transferSyntax());
        byte[] written = DatasetWriter.toBytes(read, header.transferSyntax());
        Attributes again = DatasetReader.read(written, header.transferSyntax());

        assertThat(DatasetWriter.toBytes(again, header.transferSyntax())).isEqualTo(written);
        if (!NOT_CANONICAL.containsKey(sample.name())) {
            assertThat(again).isEqualTo(read);
        }
        if (!header.transferSyntax().deflated()) {
            assertThat(Arrays.equals(written, original))
                    .as("byte-identical")
                    .isEqualTo(!NOT_CANONICAL.containsKey(sample.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void scan_copiesAndCountsFrames(Sample sample) throws IOException {
        Part10Header header = sample.open();
        byte[] original = Samples.dataset(header);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        ScannedDataset scanned = DatasetScanner.scan(
                new ByteArrayInputStream(original), header.transferSyntax(), ScanLimits.DEFAULT, copy::write);

        assertThat(copy.toByteArray()).isEqualTo(original);
        assertThat(scanned.length()).isEqualTo(original.length);
        assertThat(scanned.frames().count()).isEqualTo(expectedFrames(sample, header, scanned));
        assertThat(FrameIndex.decode(scanned.frames().encode())).isEqualTo(scanned.frames());
        for (int frame = 0; frame < scanned.frames().count(); frame++) {
            FrameRange range = scanned.frames().frame(frame);
            assertThat(range.offset() + range.length()).isLessThanOrEqualTo(original.length);
        }
    }

    private static final Map<String, Integer> OTHER_COUNT = Map.of(
            "pyd-meta-missing-tsyntax.dcm", 0, // pixel data without rows and columns
            "syn-us-mf-jpeg-fewer-frames-than-declared.dcm", 6);

    private static int expectedFrames(Sample sample, Part10Header header, ScannedDataset scanned) {
        if (OTHER_COUNT.containsKey(sample.name())) {
            return OTHER_COUNT.get(sample.name());
        }
        boolean pixels = Set.of(Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData).stream()
                .anyMatch(scanned.attributes()::containsValue);
        if (!pixels || header.transferSyntax().deflated()) {
            return 0;
        }
        String frames = sample.columns().get("frames");
        return !frames.matches("[0-9]+") || header.transferSyntax().isVideo() ? 1 : Integer.parseInt(frames);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void transcodeToEveryNativeSyntax_sameDataset(Sample sample) throws IOException {
        Part10Header header = sample.open();
        TransferSyntax from = header.transferSyntax();
        byte[] original = Samples.dataset(header);
        if (!from.isNative()) {
            assertThat(DatasetTranscoder.canTranscode(from, IMPLICIT)).isFalse();
            return;
        }
        Attributes expected = implicit(transcode(original, from, IMPLICIT));
        for (String uid : TransferSyntax.natives()) {
            TransferSyntax to = TransferSyntax.of(uid);
            if (DatasetTranscoder.canTranscode(from, to)) {
                byte[] there = transcode(original, from, to);
                byte[] back = transcode(there, to, IMPLICIT);
                assertThat(implicit(back)).as(uid).isEqualTo(expected);
            }
        }
    }

    /** Read without its group lengths, which a change of encoding leaves out. */
    private static Attributes implicit(byte[] dataset) throws IOException {
        Attributes attributes = DatasetReader.read(dataset, IMPLICIT);
        withoutGroupLengths(attributes);
        return DatasetReader.read(DatasetWriter.toBytes(attributes, IMPLICIT), IMPLICIT); // odd lengths are padded
    }

    private static void withoutGroupLengths(Attributes attributes) {
        for (int tag : attributes.tags()) {
            if ((tag & 0xFFFF) == 0) {
                attributes.remove(tag);
            } else if (attributes.getSequence(tag) != null) {
                attributes.getSequence(tag).forEach(SampleFilesTest::withoutGroupLengths);
            }
        }
    }

    private static byte[] transcode(byte[] dataset, TransferSyntax from, TransferSyntax to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(dataset.length);
        DatasetTranscoder.transcode(new ByteArrayInputStream(dataset), from, to, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("others")
    void defectiveFile_readsOrFailsTyped(Sample sample) {
        assertTimeoutPreemptively(QUICK, () -> {
            try (InputStream file = new ByteArrayInputStream(sample.bytes())) {
                Part10Header header = Part10Header.read(file);
                DatasetScanner.scan(header.dataset(), header.transferSyntax(), ScanLimits.DEFAULT, ByteSink.NONE);
                assertThat(sample.expect()).isNotIn("truncated", "not-dicom");
            } catch (DicomFormatException e) {
                assertThat(sample.expect()).isNotIn("conflict", "missing-uids", "dicomdir");
                assertThat(e.reason()).isNotNull();
            }
        });
    }
}
