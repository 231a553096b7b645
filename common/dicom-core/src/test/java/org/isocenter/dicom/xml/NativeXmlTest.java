/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.json.BulkDataUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NativeXmlTest {

    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><NativeDicomModel"
            + " xmlns=\"http://dicom.nema.org/PS3.19/models/NativeDICOM\" xml:space=\"preserve\">";

    private static String xml(Attributes attributes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NativeXml.write(attributes, out, (path, vr, bulk) -> path.length + "/" + bulk.offset());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Attributes read(String xml) throws IOException {
        return NativeXml.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void write_namesValuesItemsAndBinaries() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("ISO_IR 100");
        attributes.setString(Tag.ImageType, VR.CS, "A", "", "C");
        attributes.setString(Tag.PatientName, VR.PN, "Müller^Jürgen^^Dr.");
        Attributes item = new Attributes();
        attributes.newSequence(Tag.ReferencedStudySequence).add(item);
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2");
        attributes.setInt(Tag.Rows, VR.US, 7);
        attributes.setBytes(Tag.ICCProfile, VR.OB, new byte[] {1, 2, 3});
        attributes.setValue(Tag.PixelData, VR.OW, new BulkData(9, 8));

        assertThat(xml(attributes))
                .isEqualTo(START
                        + "<DicomAttribute tag=\"00080005\" vr=\"CS\" keyword=\"SpecificCharacterSet\">"
                        + "<Value number=\"1\">ISO_IR 192</Value></DicomAttribute>"
                        + "<DicomAttribute tag=\"00080008\" vr=\"CS\" keyword=\"ImageType\">"
                        + "<Value number=\"1\">A</Value><Value number=\"3\">C</Value></DicomAttribute>"
                        + "<DicomAttribute tag=\"00081110\" vr=\"SQ\" keyword=\"ReferencedStudySequence\">"
                        + "<Item number=\"1\"><DicomAttribute tag=\"00081155\" vr=\"UI\""
                        + " keyword=\"ReferencedSOPInstanceUID\"><Value number=\"1\">1.2</Value></DicomAttribute>"
                        + "</Item></DicomAttribute>"
                        + "<DicomAttribute tag=\"00100010\" vr=\"PN\" keyword=\"PatientName\">"
                        + "<PersonName number=\"1\"><Alphabetic><FamilyName>Müller</FamilyName>"
                        + "<GivenName>Jürgen</GivenName><NamePrefix>Dr.</NamePrefix></Alphabetic></PersonName>"
                        + "</DicomAttribute>"
                        + "<DicomAttribute tag=\"00280010\" vr=\"US\" keyword=\"Rows\"><Value number=\"1\">7</Value>"
                        + "</DicomAttribute>"
                        + "<DicomAttribute tag=\"00282000\" vr=\"OB\" keyword=\"ICCProfile\">"
                        + "<InlineBinary>AQID</InlineBinary></DicomAttribute>"
                        + "<DicomAttribute tag=\"7FE00010\" vr=\"OW\" keyword=\"PixelData\"><BulkData uri=\"1/9\"/>"
                        + "</DicomAttribute></NativeDicomModel>");
    }

    @Test
    void writeAndRead_isIdentity() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("ISO_IR 192");
        attributes.setString(Tag.ImageType, VR.CS, "A", "", "C");
        attributes.setString(Tag.PatientName, VR.PN, "Yamada^Tarou=山田^太郎=やまだ^たろう", "Doe");
        attributes.setString(Tag.ImageComments, VR.LT, " <a> & \"b\"\r\n\tc\\d");
        attributes.setString(0x00090010, VR.LO, "ACME & SONS");
        attributes.setString(0x00091007, VR.LO, "private");
        attributes.setString(0x000B1107, VR.UN, "orphan");
        attributes.setDouble(0x00720074, VR.FD, 0.1, Double.NaN, Double.POSITIVE_INFINITY);
        attributes.setBytes(Tag.FrameIncrementPointer, VR.AT, new byte[] {0x18, 0, 0x63, 0x10});
        attributes.setNull(Tag.AccessionNumber, VR.SH);
        attributes.setNull(Tag.ReferencedStudySequence, VR.SQ);
        Attributes item = new Attributes();
        attributes.newSequence(Tag.ReferencedSeriesSequence).add(item);
        item.setString(Tag.SeriesDescription, VR.LO, "Größe");
        attributes.getSequence(Tag.ReferencedSeriesSequence).add(new Attributes());

        String xml = xml(attributes);
        Attributes back = read(xml);

        assertThat(xml(back)).isEqualTo(xml);
        assertThat(back).isEqualTo(attributes);
        assertThat(xml).contains("tag=\"00090007\" vr=\"LO\" privateCreator=\"ACME &amp; SONS\"");
    }

    @Test
    void write_charactersThatXmlDoesNotHave_areReplaced() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setBytes(Tag.ImageComments, VR.LT, new byte[] {'a', 0x0C, 0x1B, 'b'});

        String xml = xml(attributes);

        assertThat(read(xml).getString(Tag.ImageComments)).isEqualTo("a\uFFFD\uFFFDb");
    }

    @Test
    void read_privateCreatorWithoutBlock_reservesOne() throws IOException {
        Attributes attributes = read(START + "<DicomAttribute tag=\"00090007\" vr=\"LO\" privateCreator=\"X\">"
                + "<Value number=\"1\">v</Value></DicomAttribute></NativeDicomModel>");

        assertThat(attributes.getString("X", 0x00090007)).isEqualTo("v");
        assertThat(attributes.getString(0x00090010)).isEqualTo("X");
    }

    @Test
    void read_externalEntities_areNotFollowed() {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE NativeDicomModel [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<NativeDicomModel><DicomAttribute tag=\"00100020\" vr=\"LO\"><Value number=\"1\">&x;</Value>"
                + "</DicomAttribute></NativeDicomModel>";

        assertThatThrownBy(() -> read(xml)).isInstanceOf(InvalidNativeXmlException.class);
    }

    @Test
    void read_deepNesting_isRefused() {
        String xml = START + "<DicomAttribute tag=\"00081110\" vr=\"SQ\"><Item number=\"1\">".repeat(10_000);

        assertThatThrownBy(() -> read(xml)).isInstanceOf(InvalidNativeXmlException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a/>",
                "<NativeDicomModel>",
                "<NativeDicomModel><X/></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute vr=\"LO\"/></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"0010\" vr=\"LO\"/></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"00100020\" vr=\"XX\"/></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"00280010\" vr=\"US\"><Value>x</Value></DicomAttribute></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag=\"00100020\" vr=\"LO\"><Value number=\"999999999\">x</Value></DicomAttribute></NativeDicomModel>"
            })
    void read_somethingElse_isRefused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(InvalidNativeXmlException.class);
    }

    @Test
    void write_withoutAddresses_leavesValuesOut() throws IOException {
        Attributes attributes = new Attributes();
        attributes.setValue(Tag.PixelData, VR.OW, new BulkData(9, 8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        NativeXml.write(attributes, out, BulkDataUri.NONE);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("keyword=\"PixelData\"></DicomAttribute></NativeDicomModel>");
    }
}
