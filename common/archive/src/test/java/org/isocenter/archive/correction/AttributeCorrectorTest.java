/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttributeCorrectorTest {

    private static Attributes stored() {
        Attributes stored = new Attributes();
        stored.setSpecificCharacterSet("ISO_IR 100");
        stored.setString(Tag.PatientName, "Müller^Jürgen");
        stored.setString(Tag.PatientID, "12345");
        stored.setString(Tag.PatientComments, "grün");
        Attributes request = new Attributes();
        stored.newSequence(Tag.RequestAttributesSequence).add(request);
        request.setString(Tag.RequestedProcedureDescription, "Schädel");
        stored.setValue(Tag.PixelData, VR.OW, new BulkData(1000, 2048));
        return stored;
    }

    private static Correction name(String name) {
        Attributes set = Corrections.unicode();
        set.setString(Tag.PatientName, name);
        return Corrections.of(new CorrectionTarget.OfStudy(), set);
    }

    private static Attributes apply(Attributes stored, Correction... corrections) {
        return InstanceCorrections.of(List.of(corrections)).apply(stored);
    }

    private static Attributes before(Attributes corrected, int item) {
        return corrected
                .getSequence(Tag.OriginalAttributesSequence)
                .get(item)
                .getNested(Tag.ModifiedAttributesSequence);
    }

    @Test
    void apply_nameOfTheSameCharacterSet_keepsIt() {
        Attributes corrected = apply(stored(), name("Müller^Jörg"));

        assertThat(corrected.getBytes(Tag.PatientName)).isEqualTo("Müller^Jörg ".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(corrected.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 100");
        assertThat(corrected.getString(Tag.PatientComments)).isEqualTo("grün");
        assertThat(before(corrected, 0).getString(Tag.PatientName)).isEqualTo("Müller^Jürgen");
        assertThat(before(corrected, 0).contains(Tag.SpecificCharacterSet)).isFalse();
        Attributes item = corrected.getNested(Tag.OriginalAttributesSequence);
        assertThat(item.getString(Tag.ModifyingSystem)).isEqualTo("ISOCENTER");
        assertThat(item.getString(Tag.ReasonForTheAttributeModification)).isEqualTo("CORRECT");
        assertThat(item.getString(Tag.AttributeModificationDateTime)).isEqualTo("20260301102030.456+0000");
        assertThat(item.contains(Tag.SourceOfPreviousValues)).isTrue();
        assertThat(corrected.getValue(Tag.PixelData)).isEqualTo(new BulkData(1000, 2048));
    }

    @Test
    void apply_nameOfAnotherCharacterSet_makesAllOfItUnicode() throws Exception {
        Attributes corrected = apply(stored(), name("Yamada^Tarou=山田^太郎=やまだ^たろう"));
        corrected.remove(Tag.PixelData);
        byte[] bytes = DatasetWriter.toBytes(corrected, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
        Attributes read = DatasetReader.read(bytes, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);

        assertThat(read.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
        assertThat(read.getString(Tag.PatientName)).isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
        assertThat(read.getString(Tag.PatientComments)).isEqualTo("grün");
        assertThat(read.getNested(Tag.RequestAttributesSequence).getString(Tag.RequestedProcedureDescription))
                .isEqualTo("Schädel");
        // the character set was replaced too, and tells how the old values beside it are written
        assertThat(before(read, 0).getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 100");
        assertThat(before(read, 0).getBytes(Tag.PatientName))
                .isEqualTo("Müller^Jürgen ".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(before(read, 0).getString(Tag.PatientName)).isEqualTo("Müller^Jürgen");
    }

    @Test
    void apply_several_tellsOfEach_andKeepsItemsThatWereThere() {
        Attributes stored = stored();
        Attributes earlier = new Attributes();
        stored.newSequence(Tag.OriginalAttributesSequence).add(earlier);
        earlier.setString(Tag.ModifyingSystem, "OTHER");

        Attributes corrected = apply(stored, name("Müller^Jörg"), name("山田"));

        Sequence original = corrected.getSequence(Tag.OriginalAttributesSequence);
        assertThat(original).hasSize(3);
        assertThat(original.get(0).getString(Tag.ModifyingSystem)).isEqualTo("OTHER");
        assertThat(before(corrected, 1).getString(Tag.PatientName)).isEqualTo("Müller^Jürgen");
        assertThat(before(corrected, 2).getString(Tag.PatientName)).isEqualTo("Müller^Jörg");
        assertThat(before(corrected, 2).contains(Tag.SpecificCharacterSet)).isFalse();
        assertThat(stored.getSequence(Tag.OriginalAttributesSequence))
                .as("what was given stays as it was")
                .hasSize(1);
    }

    @Test
    void apply_whatIsSoAlready_tellsNothing() {
        assertThat(apply(stored(), name("Müller^Jürgen"))).isEqualTo(stored());
    }

    @Test
    void apply_patientId_tellsItsIssuerToo_andWhatWasAbsentIsEmpty() {
        Attributes set = Corrections.unicode();
        set.setString(Tag.PatientID, "999");
        set.setString(Tag.PatientBirthDate, "19600102");
        Attributes corrected = apply(
                stored(), Corrections.of(new CorrectionTarget.OfStudy(), set, Tag.PatientComments, Tag.PatientSex));

        assertThat(corrected.contains(Tag.PatientComments)).isFalse();
        assertThat(before(corrected, 0).getString(Tag.PatientID)).isEqualTo("12345");
        assertThat(before(corrected, 0).getBytes(Tag.IssuerOfPatientID)).isEmpty();
        assertThat(before(corrected, 0).getBytes(Tag.PatientBirthDate)).isEmpty();
        assertThat(before(corrected, 0).getString(Tag.PatientComments)).isEqualTo("grün");
        assertThat(before(corrected, 0).contains(Tag.PatientSex)).isFalse();
    }

    @Test
    void apply_sequence_isReplacedAsAWhole() {
        Attributes set = Corrections.unicode();
        Attributes request = new Attributes();
        set.newSequence(Tag.RequestAttributesSequence).add(request);
        request.setString(Tag.RequestedProcedureDescription, "頭");
        Attributes corrected = apply(stored(), Corrections.of(new CorrectionTarget.OfSeries("1.2"), set));

        assertThat(corrected.getNested(Tag.RequestAttributesSequence).getString(Tag.RequestedProcedureDescription))
                .isEqualTo("頭");
        assertThat(before(corrected, 0)
                        .getNested(Tag.RequestAttributesSequence)
                        .getString(Tag.RequestedProcedureDescription))
                .isEqualTo("Schädel");
    }
}
