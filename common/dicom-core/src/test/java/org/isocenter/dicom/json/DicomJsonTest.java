/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DicomJsonTest {

    private static String json(Attributes attributes) {
        return json(attributes, BulkDataUri.NONE);
    }

    private static String json(Attributes attributes, BulkDataUri uri) {
        return new String(DicomJson.toBytes(attributes, uri), StandardCharsets.UTF_8);
    }

    private static Attributes read(String json) throws IOException {
        return DicomJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void write_namesInGroups_asTheStandardShows() {
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("", "ISO 2022 IR 87");
        attributes.setString(Tag.PatientName, VR.PN, "Yamada^Tarou=山田^太郎=やまだ^たろう");

        assertThat(json(attributes))
                .isEqualTo("{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                        + "\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Yamada^Tarou\","
                        + "\"Ideographic\":\"山田^太郎\",\"Phonetic\":\"やまだ^たろう\"}]}}");
    }

    @Test
    void write_undeclaredTextBeyondAscii_declaresUtf8() {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.ImageType, VR.CS, "ORIGINAL");
        attributes.setBytes(Tag.InstitutionName, VR.LO, "Köln".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(json(attributes))
                .isEqualTo("{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                        + "\"00080008\":{\"vr\":\"CS\",\"Value\":[\"ORIGINAL\"]},"
                        + "\"00080080\":{\"vr\":\"LO\",\"Value\":[\"Köln\"]}}");
    }

    @Test
    void write_textBeyondAsciiBeforeTheDeclaration_declaresUtf8AtTheEnd() {
        Attributes attributes = new Attributes();
        attributes.setBytes(0x00070010, VR.UI, "1.2\u00FF".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(json(attributes))
                .isEqualTo("{\"00070010\":{\"vr\":\"UI\",\"Value\":[\"1.2\u00FF\"]},"
                        + "\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.50|1.50",
                "+1.5|1.5",
                "00012|12",
                "-0.10|-0.10",
                ".5|0.5",
                "5.|5",
                "1E+05|1E+05",
                "0|0",
                "000|0",
                "1e|`\"1e\"`",
                "abc|`\"abc\"`",
                "1 2|`\"1 2\"`",
                "-|`\"-\"`",
                "1.23456789012345678901|1.23456789012345678901"
            })
    void write_decimalString_keepsItsDigits(String value, String expected) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.SliceThickness, VR.DS, value);

        assertThat(json(attributes)).isEqualTo("{\"00180050\":{\"vr\":\"DS\",\"Value\":[" + expected + "]}}");
    }

    @Test
    void write_emptyValues_areNullOrNothing() {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.ImageType, VR.CS, "", "B", "");
        attributes.setNull(Tag.AccessionNumber, VR.SH);
        attributes.setBytes(Tag.StudyDescription, VR.LO, new byte[] {' ', ' '});
        attributes.setNull(Tag.ReferencedStudySequence, VR.SQ);
        attributes.newSequence(Tag.ReferencedSeriesSequence).add(new Attributes());

        assertThat(json(attributes))
                .isEqualTo("{\"00080008\":{\"vr\":\"CS\",\"Value\":[null,\"B\",null]},\"00080050\":{\"vr\":\"SH\"},"
                        + "\"00081030\":{\"vr\":\"LO\"},\"00081110\":{\"vr\":\"SQ\"},"
                        + "\"00081115\":{\"vr\":\"SQ\",\"Value\":[{}]}}");
    }

    @Test
    void write_binaryNumbersAndTags() {
        Attributes attributes = new Attributes();
        attributes.setBytes(Tag.FrameIncrementPointer, VR.AT, new byte[] {0x18, 0, 0x63, 0x10});
        attributes.setInt(Tag.Rows, VR.US, 65535);
        attributes.setInt(0x00186018, VR.UL, -1);
        attributes.setInt(0x00186020, VR.SL, -1);
        attributes.setBytes(0x00720082, VR.SV, new byte[] {-2, -1, -1, -1, -1, -1, -1, -1});
        attributes.setBytes(0x00720083, VR.UV, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
        attributes.setDouble(0x00720074, VR.FD, 0.1, Double.NaN, Double.NEGATIVE_INFINITY);
        attributes.setDouble(0x00720076, VR.FL, 1.5);

        assertThat(json(attributes))
                .isEqualTo("{\"00186018\":{\"vr\":\"UL\",\"Value\":[4294967295]},"
                        + "\"00186020\":{\"vr\":\"SL\",\"Value\":[-1]},"
                        + "\"00280009\":{\"vr\":\"AT\",\"Value\":[\"00181063\"]},"
                        + "\"00280010\":{\"vr\":\"US\",\"Value\":[65535]},"
                        + "\"00720074\":{\"vr\":\"FD\",\"Value\":[0.1,\"NaN\",\"-Infinity\"]},"
                        + "\"00720076\":{\"vr\":\"FL\",\"Value\":[1.5]},"
                        + "\"00720082\":{\"vr\":\"SV\",\"Value\":[-2]},"
                        + "\"00720083\":{\"vr\":\"UV\",\"Value\":[18446744073709551615]}}");
    }

    @Test
    void write_controlCharactersQuotesAndBackslashes_areEscaped() {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.ImageComments, VR.LT, "a\"b\\c\r\n\u0001\u007f");

        assertThat(json(attributes))
                .isEqualTo("{\"00204000\":{\"vr\":\"LT\",\"Value\":[\"a\\\"b\\\\c\\r\\n\\u0001\\u007F\"]}}");
    }

    @Test
    void write_groupLengthsAndMetaInformation_areLeftOut() {
        Attributes attributes = new Attributes();
        attributes.setInt(0x00080000, VR.UL, 4);
        attributes.setString(0x00020010, VR.UI, "1.2.840.10008.1.2");
        attributes.setString(Tag.PatientID, VR.LO, "P");

        assertThat(json(attributes)).isEqualTo("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"P\"]}}");
    }

    @Test
    void write_valuesLeftOut_areReferredToByTheirPath() {
        Attributes attributes = new Attributes();
        Sequence sequence = attributes.newSequence(Tag.WaveformSequence);
        sequence.add(new Attributes());
        Attributes item = new Attributes();
        sequence.add(item);
        item.setValue(Tag.WaveformData, VR.OW, new BulkData(100, 5000));
        attributes.setBytes(Tag.ICCProfile, VR.OB, new byte[] {1, 2, 3});
        attributes.setValue(Tag.PixelData, VR.OB, new Fragments());
        BulkDataUri uri = (path, vr, bulk) -> Arrays.toString(path) + vr + bulk.offset();

        String text = json(attributes, uri);

        assertThat(text)
                .contains("\"vr\":\"OW\",\"BulkDataURI\":\"[" + Tag.WaveformSequence + ", 1, " + Tag.WaveformData
                        + "]OW100\"")
                .contains("\"vr\":\"OB\",\"InlineBinary\":\"AQID\"")
                .contains("\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"[" + Tag.PixelData + "]OB-1\"}");
        assertThat(json(attributes)).contains("\"7FE00010\":{\"vr\":\"OB\"}");
    }

    @Test
    void writeArray_ofNoneOneAndTwo() {
        Attributes attributes = new Attributes();

        assertThat(new String(DicomJson.toBytes(List.of(), BulkDataUri.NONE), StandardCharsets.UTF_8))
                .isEqualTo("[]");
        assertThat(new String(
                        DicomJson.toBytes(List.of(attributes, attributes), BulkDataUri.NONE), StandardCharsets.UTF_8))
                .isEqualTo("[{},{}]");
    }

    @Test
    void write_intoAGenerator() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.PatientID, VR.LO, "P");
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.writeStartArray();
            DicomJson.write(attributes, generator, BulkDataUri.NONE);
            DicomJson.write(attributes, generator, BulkDataUri.NONE);
            generator.writeEndArray();
        }

        assertThat(out).hasToString("[" + json(attributes) + "," + json(attributes) + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"A\",\"Phonetic\":\"たろう\"},{\"Alphabetic\":\"B\"}]}}",
                "{\"00080008\":{\"vr\":\"CS\",\"Value\":[null,\"B\"]}}",
                "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[{},{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081150\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]}}]}}]}}",
                "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},\"00081115\":{\"vr\":\"SQ\",\"Value\":[{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},\"00081030\":{\"vr\":\"LO\",\"Value\":[\"Größe\"]}},{\"00081030\":{\"vr\":\"LO\",\"Value\":[\"Größe\"]}}]}}",
                "{\"00180050\":{\"vr\":\"DS\",\"Value\":[1.50,-0.1e5]},\"00200013\":{\"vr\":\"IS\",\"Value\":[7]}}",
                "{\"00091001\":{\"vr\":\"UN\",\"InlineBinary\":\"AQID\"}}",
                "{\"00280009\":{\"vr\":\"AT\",\"Value\":[\"00181063\",\"7FE00010\"]}}",
                "{\"00720074\":{\"vr\":\"FD\",\"Value\":[0.1,\"NaN\",\"Infinity\"]}}",
                "{\"00720083\":{\"vr\":\"UV\",\"Value\":[18446744073709551615]}}",
                "{\"00100020\":{\"vr\":\"LO\"},\"00101040\":{\"vr\":\"LO\",\"Value\":[\"a\",\"b\"]}}"
            })
    void readAndWrite_isIdentity(String json) throws IOException {
        Attributes attributes = read(json);

        assertThat(json(attributes)).isEqualTo(json);
        assertThat(read(json(attributes))).isEqualTo(attributes);
    }

    @Test
    void read_membersInAnyOrderAndKeywords() throws IOException {
        Attributes attributes = read("{\"PatientName\":{\"Value\":[{\"Ideographic\":\"山田\"}],\"vr\":\"PN\"},"
                + "\"Rows\":{\"Value\":[\"12\"]},\"00200013\":{\"vr\":\"IS\",\"Value\":[\"7\"]}}");

        assertThat(attributes.getString(Tag.PatientName)).isEqualTo("=山田");
        assertThat(attributes.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
        assertThat(attributes.getInt(Tag.Rows, 0)).isEqualTo(12);
        assertThat(attributes.getInt(Tag.InstanceNumber, 0)).isEqualTo(7);
    }

    @Test
    void read_declaredCharacterSet_becomesUtf8() throws IOException {
        Attributes attributes = read("{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 100\"]},"
                + "\"00080080\":{\"vr\":\"LO\",\"Value\":[\"Köln\"]}}");

        assertThat(attributes.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
        assertThat(attributes.getString(Tag.InstitutionName)).isEqualTo("Köln");
    }

    @Test
    void read_bulkDataUri_asksTheSource() throws IOException {
        String json = "{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"cid:1\"}}";
        BulkDataSource source = (tag, vr, uri) -> (uri + vr).getBytes(StandardCharsets.US_ASCII);

        Attributes attributes = DicomJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), source);

        assertThat(attributes.getBytes(Tag.PixelData)).isEqualTo("cid:1OW".getBytes(StandardCharsets.US_ASCII));
        assertThat(read(json).containsValue(Tag.PixelData)).isFalse();
    }

    @Test
    void readArray_ofObjectsOrOneObject() throws IOException {
        byte[] array = "[{},{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"P\"]}}]".getBytes(StandardCharsets.UTF_8);

        assertThat(DicomJson.readArray(new ByteArrayInputStream(array))).hasSize(2);
        assertThat(DicomJson.readArray(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "null",
                "{\"0010\":{\"vr\":\"LO\"}}",
                "{\"00100020\":[]}",
                "{\"00100020\":{\"vr\":\"XX\"}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":\"P\"}}",
                "{\"00100020\":{\"vr\":\"LO\",\"Value\":[[\"P\"]]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[70000]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[\"x\"]}}",
                "{\"00091001\":{\"vr\":\"UN\",\"InlineBinary\":\"*\"}}",
                "{\"00091001\":{\"vr\":\"UN\",\"Value\":[\"x\"]}}",
                "{\"00091001\":{\"vr\":\"UN\",\"InlineBinary\":7}}"
            })
    void read_somethingElse_isRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidDicomJsonException.class);
    }

    @Test
    void read_deepNesting_isRefused() {
        String json = "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[".repeat(100_000);

        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidDicomJsonException.class);
    }
}
