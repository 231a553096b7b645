/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.correction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.isocenter.archive.correction.AttributeChanges;
import org.isocenter.archive.correction.Correction;
import org.isocenter.archive.correction.CorrectionReason;
import org.isocenter.archive.correction.CorrectionTarget;
import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.model.BulkIndex;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.Durability;
import org.isocenter.archive.object.FileObjectStore;
import org.isocenter.archive.object.ObjectUpload;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.DatasetScanner;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.ScanLimits;
import org.isocenter.dicom.io.ScannedDataset;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.send.StreamWriter;
import org.isocenter.retrieve.transcode.InstanceSource;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Data sets with corrections out of real files. */
class CorrectedDatasetTest {

    private static final int META = 330;

    @TempDir
    private Path folder;

    private final Attributes original =
            SyntheticStudy.of(SyntheticKind.CT, 3).withSize(40, 40).instance(0, 0);

    private static InstanceCorrections corrections(String name) {
        Attributes set = new Attributes();
        set.setSpecificCharacterSet("ISO_IR 192");
        set.setString(Tag.PatientName, name);
        return InstanceCorrections.of(List.of(new Correction(
                1,
                "id",
                Instant.EPOCH,
                "tester",
                CorrectionReason.COERCE,
                "",
                new CorrectionTarget.OfStudy(),
                new AttributeChanges(set, Collections.emptySortedSet()),
                0)));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        bytes[1] = 1; // words that are not the same turned round
        return bytes;
    }

    /** Long values before the pixel data and within an item, and something behind them. */
    private void fill() {
        original.setSpecificCharacterSet("ISO_IR 100");
        original.setString(Tag.PatientName, "Müller^Jürgen");
        original.setBytes(Tag.ICCProfile, VR.OB, filled(3000, 7));
        Attributes icon = new Attributes();
        original.newSequence(Tag.IconImageSequence).add(icon);
        icon.setString(Tag.ImageComments, "grün");
        icon.setBytes(Tag.PixelData, VR.OW, filled(4096, 9));
        original.setBytes(Tag.DataSetTrailingPadding, VR.OB, new byte[] {1, 2, 3, 4});
    }

    private StoredInstance store(FileObjectStore objects, byte[] dataset, TransferSyntax syntax) throws IOException {
        ObjectLocation location = new ObjectLocation("hot", "a/b/c.dcm");
        try (ObjectUpload upload = objects.newUpload()) {
            upload.write(new byte[META], 0, META);
            upload.write(dataset, 0, dataset.length);
            upload.commit(location);
        }
        ScannedDataset scanned = DatasetScanner.scan(
                new ByteArrayInputStream(dataset), syntax, ScanLimits.DEFAULT, (buffer, offset, length) -> {});
        byte[] bulk = BulkIndex.extract(scanned.attributes());
        return new StoredInstance(
                new InstanceUids("1.1", "1.2", original.getString(Tag.SOPInstanceUID)),
                original.getString(Tag.SOPClassUID),
                syntax.uid(),
                location,
                Digest.of(new byte[32]),
                META,
                META + dataset.length,
                1,
                Instant.EPOCH,
                "TEST",
                "main",
                InstanceState.ACTIVE,
                DatasetWriter.toBytes(scanned.attributes(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
                bulk,
                scanned.frames().encode());
    }

    private byte[] corrected(byte[] dataset, TransferSyntax stored, TransferSyntax wanted, InstanceCorrections by)
            throws IOException {
        try (FileObjectStore objects = new FileObjectStore(folder, Durability.PROCESS)) {
            StoredInstance row = store(objects, dataset, stored);
            Content content = InstanceSource.of(objects, uids -> row).dataset(InstanceObject.of(row, by), wanted);
            content.prepare(Runnable::run);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.writeTo(new StreamWriter(bytes));
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian, UID.ExplicitVRBigEndian})
    void dataset_native_isAsIfItHadBeenStoredSo(String uid) throws IOException {
        fill();
        TransferSyntax syntax = TransferSyntax.of(uid);
        byte[] stored = DatasetWriter.toBytes(original, syntax);
        for (String name : List.of("Müller^Jörg", "Yamada^Tarou=山田^太郎")) {
            InstanceCorrections by = corrections(name);
            byte[] wanted = DatasetWriter.toBytes(by.apply(original), syntax);
            assertThat(corrected(stored, syntax, syntax, by)).isEqualTo(wanted);
            for (TransferSyntax other : List.of(
                    TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                    TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
                    TransferSyntax.EXPLICIT_BIG_ENDIAN)) {
                assertThat(DatasetReader.read(corrected(stored, syntax, other, by), other))
                        .isEqualTo(by.apply(original));
            }
        }
        assertThat(corrected(stored, syntax, syntax, InstanceCorrections.NONE)).isEqualTo(stored);
    }

    @Test
    void dataset_deflated_isDeflatedAgain() throws IOException {
        fill();
        byte[] stored = DatasetWriter.toBytes(original, TransferSyntax.DEFLATED);
        InstanceCorrections by = corrections("Yamada^Tarou=山田^太郎");
        byte[] deflated = corrected(stored, TransferSyntax.DEFLATED, TransferSyntax.DEFLATED, by);
        assertThat(deflated.length % 2).isZero();
        assertThat(DatasetReader.read(deflated, TransferSyntax.DEFLATED)).isEqualTo(by.apply(original));
        assertThat(DatasetReader.read(
                        corrected(stored, TransferSyntax.DEFLATED, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, by),
                        TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
                .isEqualTo(by.apply(original));
        assertThat(corrected(stored, TransferSyntax.DEFLATED, TransferSyntax.DEFLATED, InstanceCorrections.NONE))
                .isEqualTo(stored);
    }

    private void encapsulate() {
        Fragments fragments = new Fragments();
        fragments.add(new byte[0]);
        fragments.add(filled(70_000, 5));
        fragments.add(filled(12, 6));
        original.setValue(Tag.PixelData, VR.OB, fragments);
        Fragments ofIcon = new Fragments();
        ofIcon.add(new byte[0]);
        ofIcon.add(filled(2000, 3));
        original.getNested(Tag.IconImageSequence).setValue(Tag.PixelData, VR.OB, ofIcon);
    }

    @Test
    void dataset_encapsulated_passesItsFragments() throws IOException {
        fill();
        encapsulate();
        TransferSyntax jpeg = TransferSyntax.of(UID.JPEGBaseline8Bit);
        byte[] stored = DatasetWriter.toBytes(original, jpeg);
        InstanceCorrections by = corrections("Yamada^Tarou=山田^太郎");
        assertThat(corrected(stored, jpeg, jpeg, by)).isEqualTo(DatasetWriter.toBytes(by.apply(original), jpeg));
    }

    @Test
    void dataset_whoseFragmentsBreakOff_failsAsDamaged() throws IOException {
        fill();
        encapsulate();
        TransferSyntax jpeg = TransferSyntax.of(UID.JPEGBaseline8Bit);
        byte[] stored = DatasetWriter.toBytes(original, jpeg);
        try (FileObjectStore objects = new FileObjectStore(folder, Durability.PROCESS)) {
            StoredInstance row = store(objects, stored, jpeg);
            byte[] damaged = Arrays.copyOf(stored, stored.length - 40);
            try (ObjectUpload upload = objects.newUpload()) {
                upload.write(new byte[META], 0, META);
                upload.write(damaged, 0, damaged.length);
                upload.commit(new ObjectLocation("hot", "a/b/d.dcm"));
            }
            StoredInstance other = new StoredInstance(
                    row.uids(),
                    row.sopClassUid(),
                    row.transferSyntaxUid(),
                    new ObjectLocation("hot", "a/b/d.dcm"),
                    row.digest(),
                    META,
                    META + damaged.length,
                    1,
                    row.storedAt(),
                    "",
                    "",
                    row.state(),
                    row.attributes(),
                    row.bulk(),
                    row.frames());
            InstanceObject object = InstanceObject.of(other, corrections("X"));
            Content content = InstanceSource.of(objects, uids -> other).dataset(object, jpeg);
            assertThatThrownBy(() -> content.writeTo(new StreamWriter(new ByteArrayOutputStream())))
                    .isInstanceOf(ArchiveException.class);
        }
    }

    @Test
    void dataset_ofALargeHeader() throws IOException {
        fill();
        var items = original.newSequence(Tag.ReferencedImageSequence);
        for (int i = 0; i < 20_000; i++) {
            Attributes item = new Attributes();
            items.add(item);
            item.setString(Tag.ReferencedSOPClassUID, UID.CTImageStorage);
            item.setString(Tag.ReferencedSOPInstanceUID, "1.2.3.4.5.6.7." + i);
        }
        TransferSyntax syntax = TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
        InstanceCorrections by = corrections("Lind^Eva");
        assertThat(corrected(DatasetWriter.toBytes(original, syntax), syntax, syntax, by))
                .isEqualTo(DatasetWriter.toBytes(by.apply(original), syntax));
    }
}
