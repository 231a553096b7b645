/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Damaged files end in a typed error or are read; nothing else, and soon. */
class MutatedFilesTest {
    private static final long SEED = 20260801;
    private static final int ROUNDS = 1500;
    private static final int MUTATIONS = 6;
    private static final int PREAMBLE = FileMetaInformation.PREAMBLE_LENGTH;

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.ImplicitVRLittleEndian,
                UID.ExplicitVRLittleEndian,
                UID.ExplicitVRBigEndian,
                UID.DeflatedExplicitVRLittleEndian,
                UID.JPEGBaseline8Bit
            })
    void mutatedFile_readOrTypedError(String transferSyntaxUid) {
        byte[] file = file(TransferSyntax.of(transferSyntaxUid));
        Random random = new Random(SEED);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            int refused = 0;
            for (int round = 0; round < ROUNDS; round++) {
                byte[] mutated = mutate(file, random);
                refused += isRefused(mutated) ? 1 : 0;
            }
            assertThat(refused).isBetween(1, ROUNDS);
        });
    }

    private static boolean isRefused(byte[] file) throws IOException {
        try (InputStream in = new ByteArrayInputStream(file)) {
            Part10Header header = Part10Header.read(in);
            byte[] dataset = header.dataset().readAllBytes();
            ScannedDataset scanned = DatasetScanner.scan(
                    new ByteArrayInputStream(dataset), header.transferSyntax(), ScanLimits.DEFAULT, ByteSink.NONE);
            for (int frame = 0; frame < Math.min(10, scanned.frames().count()); frame++) {
                assertThat(scanned.frames().frame(frame).length()).isBetween(0L, (long) dataset.length);
            }
            DatasetWriter.toBytes(DatasetReader.read(dataset, header.transferSyntax()), header.transferSyntax());
            return false;
        } catch (DicomFormatException e) {
            return true;
        }
    }

    private static byte[] mutate(byte[] file, Random random) {
        int length = random.nextInt(10) == 0 ? random.nextInt(file.length) : file.length;
        byte[] mutated = Arrays.copyOf(file, length);
        for (int i = 0; i < MUTATIONS && length > PREAMBLE; i++) {
            int at = PREAMBLE + random.nextInt(length - PREAMBLE);
            mutated[at] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextBoolean() ? 0xFF : 0);
        }
        return mutated;
    }

    private static byte[] file(TransferSyntax transferSyntax) {
        Attributes dataset = new Attributes();
        dataset.setString(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage);
        dataset.setString(Tag.PatientName, "Mutant^One");
        dataset.setInt(Tag.Rows, 4);
        dataset.setInt(Tag.Columns, 4);
        dataset.setInt(Tag.SamplesPerPixel, 1);
        dataset.setInt(Tag.BitsAllocated, 8);
        dataset.setInt(Tag.NumberOfFrames, 2);
        Attributes code = new Attributes();
        code.setString(Tag.CodeValue, "1");
        Attributes step = new Attributes();
        step.newSequence(Tag.ScheduledProtocolCodeSequence).add(code);
        step.setUndefinedLength(true);
        dataset.newSequence(Tag.RequestAttributesSequence).add(step);
        if (transferSyntax.encapsulated()) {
            Fragments fragments = new Fragments();
            fragments.add(new byte[0]);
            fragments.add(new byte[] {-1, -40, -1, 1});
            fragments.add(new byte[] {-1, -40, -1, 2});
            dataset.setValue(Tag.PixelData, VR.OB, fragments);
        } else {
            dataset.setBytes(Tag.PixelData, VR.OW, new byte[32]);
        }
        byte[] meta = FileMetaInformation.create(UID.SecondaryCaptureImageStorage, "1.2.3", transferSyntax.uid(), null)
                .encode();
        byte[] body = DatasetWriter.toBytes(dataset, transferSyntax);
        byte[] file = Arrays.copyOf(meta, meta.length + body.length);
        System.arraycopy(body, 0, file, meta.length, body.length);
        return file;
    }
}
