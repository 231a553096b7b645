/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AttributesTest {

    private static final int PRIVATE = 0x00091001;

    @ParameterizedTest
    @CsvSource({
        "AE, ISOCENTER", "AS, 042Y", "CS, ORIGINAL", "DA, 20260301", "DS, 1.50", "DT, 20260301102030", "IS, -12",
        "LO, text", "LT, long text", "PN, Lind^Eva", "SH, short", "ST, some text", "TM, 102030.456", "UC, unlimited",
        "UI, 1.2.840.10008.1.1", "UR, http://localhost/", "UT, unlimited text"
    })
    void setString_ofEachTextVr_comesBack(VR vr, String text) {
        Attributes attributes = new Attributes();
        attributes.setString(PRIVATE, vr, text);
        assertThat(attributes.getString(PRIVATE)).isEqualTo(text);
        assertThat(attributes.getStrings(PRIVATE)).containsExactly(text);
        assertThat(attributes.getVR(PRIVATE)).isEqualTo(vr);
        assertThat(attributes.getBytes(PRIVATE).length % 2).as("an even length").isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"DS", "IS", "US", "SS", "UL", "SL", "SV", "UV", "FL", "FD", "AT"})
    void setInt_ofEachNumericVr_comesBack(VR vr) {
        Attributes attributes = new Attributes();
        attributes.setInt(PRIVATE, vr, 7, 30000);
        assertThat(attributes.getInts(PRIVATE)).containsExactly(7, 30000);
        assertThat(attributes.getInt(PRIVATE, -1)).isEqualTo(7);
        assertThat(attributes.getDoubles(PRIVATE)).containsExactly(7, 30000);
    }

    @ParameterizedTest
    @EnumSource(names = {"DS", "FL", "FD"})
    void setDouble_comesBack(VR vr) {
        Attributes attributes = new Attributes();
        attributes.setDouble(PRIVATE, vr, 0.5, -1.25);
        assertThat(attributes.getDoubles(PRIVATE)).containsExactly(0.5, -1.25);
        assertThat(attributes.getInt(PRIVATE, 9)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"SS, -1, -1", "SL, -70000, -70000", "US, 65535, 65535", "AT, 0x7FE00010, 7FE00010"})
    void binaryNumbers_keepTheirSign(VR vr, String number, String text) {
        Attributes attributes = new Attributes();
        attributes.setInt(PRIVATE, vr, Integer.decode(number));
        assertThat(attributes.getInt(PRIVATE, 0)).isEqualTo(Integer.decode(number));
        assertThat(attributes.getString(PRIVATE)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(names = {"OB", "OD", "OF", "OL", "OV", "OW", "UN"})
    void setBytes_ofEachBulkVr_keepsTheBytes(VR vr) {
        Attributes attributes = new Attributes();
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8};
        attributes.setBytes(PRIVATE, vr, bytes);
        assertThat(attributes.getBytes(PRIVATE)).isEqualTo(bytes);
    }

    @Test
    void absentAndEmpty_areToldApart() {
        Attributes attributes = new Attributes();
        attributes.setNull(Tag.PatientName);
        assertThat(attributes.contains(Tag.PatientName)).isTrue();
        assertThat(attributes.containsValue(Tag.PatientName)).isFalse();
        assertThat(attributes.getString(Tag.PatientName)).isNull();
        assertThat(attributes.getStrings(Tag.PatientName)).isEmpty();
        assertThat(attributes.contains(Tag.PatientID)).isFalse();
        assertThat(attributes.getVR(Tag.PatientID)).isNull();
        assertThat(attributes.getString(Tag.PatientID, "default")).isEqualTo("default");
        assertThat(attributes.getInt(Tag.Rows, 3)).isEqualTo(3);
        assertThat(attributes.getSequence(Tag.RequestAttributesSequence)).isNull();
    }

    @Test
    void values_areTrimmedAndSplit() {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.ImageType, "ORIGINAL", " PRIMARY ", "");
        assertThat(attributes.getStrings(Tag.ImageType)).containsExactly("ORIGINAL", "PRIMARY", "");
        attributes.setString(Tag.ImageComments, "one\\of many");
        assertThat(attributes.getStrings(Tag.ImageComments)).containsExactly("one\\of many");
    }

    @Test
    void elements_areInUnsignedOrderWhateverTheyWereSetIn() {
        Attributes attributes = new Attributes(0);
        int[] tags = {0xFFFAFFFA, Tag.PixelData, 0x80000010, Tag.PatientID, Tag.SOPClassUID};
        for (int tag : tags) {
            attributes.setBytes(tag, VR.OB, new byte[2]);
        }
        assertThat(attributes.tags())
                .containsExactly(Tag.SOPClassUID, Tag.PatientID, Tag.PixelData, 0x80000010, 0xFFFAFFFA);
        assertThat(attributes.tagAt(4)).isEqualTo(0xFFFAFFFA);
        assertThat(attributes.contains(0x80000010)).isTrue();
        assertThatThrownBy(() -> attributes.tagAt(5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void set_again_replaces_andRemove_removes() {
        Attributes attributes = new Attributes();
        attributes.setInt(Tag.Rows, 1);
        attributes.setInt(Tag.Rows, 2);
        assertThat(attributes.size()).isEqualTo(1);
        assertThat(attributes.getInt(Tag.Rows, 0)).isEqualTo(2);
        assertThat(attributes.remove(Tag.Rows)).isEqualTo(new byte[] {2, 0});
        assertThat(attributes.remove(Tag.Rows)).isNull();
        assertThat(attributes.isEmpty()).isTrue();
    }

    @Test
    void privateElements_areFoundByTheirCreatorsBlock() {
        Attributes attributes = new Attributes();
        attributes.setString(0x00090010, VR.LO, "FIRST");
        attributes.setString(0x00090011, VR.LO, "SECOND");
        attributes.setString(0x00091001, VR.SH, "of the first");
        attributes.setString(0x00091101, VR.SH, "of the second");
        assertThat(attributes.getString("FIRST", 0x00090001)).isEqualTo("of the first");
        assertThat(attributes.getStrings("SECOND", 0x00090001)).containsExactly("of the second");
        assertThat(attributes.privateTag("SECOND", 0x00090001)).isEqualTo(0x00091101);
        assertThat(attributes.getString("THIRD", 0x00090001)).isNull();
    }

    @Test
    void copy_textOfItemsKeepsItsBytes() {
        Attributes latin = new Attributes();
        latin.setSpecificCharacterSet("ISO_IR 100");
        Attributes item = new Attributes();
        latin.newSequence(Tag.OtherPatientIDsSequence).add(item);
        item.setString(Tag.PatientName, "Lind^Åsa");

        Attributes copied = new Attributes(latin).getNested(Tag.OtherPatientIDsSequence);

        assertThat(copied.getBytes(Tag.PatientName)).isEqualTo("Lind^Åsa".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(copied.getString(Tag.PatientName)).isEqualTo("Lind^Åsa");
    }

    @Test
    void addSelected_itemsAreReencodedForTheCharacterSetAround() {
        Attributes latin = new Attributes();
        latin.setSpecificCharacterSet("ISO_IR 100");
        Attributes item = new Attributes();
        latin.newSequence(Tag.OtherPatientIDsSequence).add(item);
        item.setString(Tag.PatientName, "Lind^Åsa");
        Attributes unicode = new Attributes();
        unicode.setSpecificCharacterSet("ISO_IR 192");

        unicode.addSelected(latin, Tag.OtherPatientIDsSequence);

        assertThat(unicode.getNested(Tag.OtherPatientIDsSequence).getBytes(Tag.PatientName))
                .isEqualTo("Lind^Åsa ".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void addAll_reencodesTextWhenCharacterSetsDiffer() {
        Attributes latin = new Attributes();
        latin.setSpecificCharacterSet("ISO_IR 100");
        latin.setString(Tag.PatientName, "Lind^Åsa");
        Attributes unicode = new Attributes();
        unicode.setSpecificCharacterSet("ISO_IR 192");
        Attributes item = new Attributes();
        unicode.newSequence(Tag.RequestAttributesSequence).add(item);
        unicode.addSelected(latin, Tag.PatientName);
        item.addSelected(latin, Tag.PatientName);
        byte[] wanted = "Lind^Åsa ".getBytes(StandardCharsets.UTF_8);
        if (wanted.length % 2 == 1) {
            wanted = Arrays.copyOf(wanted, wanted.length - 1);
        }
        assertThat(unicode.getBytes(Tag.PatientName)).isEqualTo(wanted);
        assertThat(item.getString(Tag.PatientName)).as("an item inherits it").isEqualTo("Lind^Åsa");
        unicode.addAll(latin);
        assertThat(unicode.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 100");
        assertThat(unicode.getString(Tag.PatientName)).isEqualTo("Lind^Åsa");
    }

    @Test
    void copy_isDeep() {
        Attributes original = nested("P1");
        Attributes copy = new Attributes(original);
        assertThat(copy).isEqualTo(original).hasSameHashCodeAs(original);
        copy.getNested(Tag.OtherPatientIDsSequence).setString(Tag.PatientID, "P2");
        assertThat(original).isEqualTo(nested("P1")).isNotEqualTo(copy);
        assertThat(copy.getNested(Tag.OtherPatientIDsSequence).parent()).isSameAs(copy);
    }

    @Test
    void equality_isByTagVrAndValue() {
        Attributes attributes = new Attributes();
        attributes.setString(PRIVATE, VR.LO, "x");
        Attributes otherVr = new Attributes();
        otherVr.setString(PRIVATE, VR.SH, "x");
        Attributes otherTag = new Attributes();
        otherTag.setString(PRIVATE + 1, VR.LO, "x");
        assertThat(attributes).isNotEqualTo(otherVr).isNotEqualTo(otherTag).isNotEqualTo(new Attributes());
        Attributes undefinedLength = nested("P1");
        undefinedLength.setUndefinedLength(true);
        assertThat(undefinedLength).isEqualTo(nested("P1"));
    }

    @Test
    void setValue_ofWhatIsNoValue_isRefused() {
        assertThatThrownBy(() -> new Attributes().setValue(PRIVATE, VR.LO, "text"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Attributes nested(String patientId) {
        Attributes item = new Attributes();
        item.setString(Tag.PatientID, patientId);
        Attributes attributes = new Attributes();
        attributes.newSequence(Tag.OtherPatientIDsSequence).add(item);
        attributes.setValue(Tag.PixelData, VR.OW, new BulkData(100, 200));
        return attributes;
    }

    @Test
    void characterSet_ofAnotherVrThanItsOwn_isReadAllTheSame() {
        Attributes attributes = new Attributes();
        attributes.setBytes(Tag.SpecificCharacterSet, VR.LO, "ISO_IR 192".getBytes(StandardCharsets.US_ASCII));
        attributes.setBytes(Tag.PatientName, VR.PN, "K\u00F6hler".getBytes(StandardCharsets.UTF_8));

        assertThat(attributes.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
        assertThat(attributes.getString(Tag.PatientName)).isEqualTo("K\u00F6hler");
    }

    @Test
    void characterSet_thatIsASequence_namesNone() {
        Attributes attributes = new Attributes();
        attributes.newSequence(Tag.SpecificCharacterSet, VR.SQ).add(new Attributes());
        attributes.setString(Tag.PatientID, VR.LO, "P1");

        assertThat(attributes.getString(Tag.PatientID)).isEqualTo("P1");
    }
}
