/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.dicom.json.BulkDataUri;
import org.isocenter.dicom.json.DicomJson;
import org.isocenter.dicom.xml.NativeXml;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** DICOM JSON of every valid sample beside that of DCMTK or pydicom; XML there and back. Pixel data is left out. */
class DicomJsonReferenceTest {

    @TempDir
    Path directory;

    static Stream<SampleFiles.Sample> validFiles() {
        List<SampleFiles.Sample> samples = SampleFiles.expecting("valid");
        // one skipped test says the reason where there are no files
        return samples.isEmpty() ? Stream.of(new SampleFiles.Sample(Path.of("absent"), Map.of())) : samples.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("validFiles")
    void writeAndRead_agreeWithTheReference(SampleFiles.Sample sample) throws IOException {
        assumeThat(SampleFiles.arePresent()).as(SampleFiles.MISSING).isTrue();
        ReferenceJson reference = ReferenceJson.of(sample.path(), directory);
        assumeThat(reference.json()).as(reference.reason()).isNotNull();
        Map<?, ?> expected = JsonTree.parseObject(reference.json());

        byte[] ofFile = DicomJson.toBytes(dataset(sample.path()), BulkDataUri.NONE);
        Attributes readBack = DicomJson.read(new ByteArrayInputStream(reference.json()));
        byte[] ofJson = DicomJson.toBytes(readBack, BulkDataUri.NONE);

        assertThat(JsonTree.differences(expected, JsonTree.parseObject(ofJson), ReferenceJson::agree))
                .as("the reference's JSON read and written")
                .isEmpty();
        assertThat(JsonTree.differences(expected, JsonTree.parseObject(ofFile), ReferenceJson::agree))
                .as("the file's JSON")
                .isEmpty();
        assertThat(DicomJson.toBytes(DicomJson.read(new ByteArrayInputStream(ofFile)), BulkDataUri.NONE))
                .as("our JSON read and written")
                .isEqualTo(ofFile);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("validFiles")
    void xml_ofEveryValidFile_isReadBackAsItWas(SampleFiles.Sample sample) throws IOException {
        assumeThat(SampleFiles.arePresent()).as(SampleFiles.MISSING).isTrue();
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();

        NativeXml.write(dataset(sample.path()), first, BulkDataUri.NONE);
        NativeXml.write(NativeXml.read(new ByteArrayInputStream(first.toByteArray())), second, BulkDataUri.NONE);

        assertThat(second.toString(StandardCharsets.UTF_8)).isEqualTo(first.toString(StandardCharsets.UTF_8));
    }

    private static Attributes dataset(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Part10Header header = Part10Header.read(in);
            Attributes attributes = DatasetReader.read(header.dataset(), header.transferSyntax());
            removePixels(attributes);
            // dcm2json leaves it out
            attributes.remove(Tag.DataSetTrailingPadding);
            return attributes;
        }
    }

    /** dcmodify takes pixel data out of icons too. */
    private static void removePixels(Attributes attributes) {
        attributes.remove(Tag.PixelData);
        for (int tag : attributes.tags()) {
            if (attributes.getSequence(tag) != null) {
                attributes.getSequence(tag).forEach(DicomJsonReferenceTest::removePixels);
            }
        }
    }
}
