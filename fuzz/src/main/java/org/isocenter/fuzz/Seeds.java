/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.json.DicomJson;
import org.isocenter.dicom.xml.NativeXml;
import org.isocenter.testkit.AssociationPdus;
import org.isocenter.testkit.Part10Files;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;

/** Good inputs to begin with, by the names of the targets. */
public final class Seeds {

    private static final int ASSOCIATE_RQ = 1;
    private static final int P_DATA_TF = 4;
    private static final int RELEASE_RQ = 5;

    private Seeds() {}

    /** Writes them below the folder given, a folder for each target. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, List<byte[]>> target : all().entrySet()) {
            Path folder = Files.createDirectories(Path.of(arguments[0], target.getKey()));
            int number = 0;
            for (byte[] seed : target.getValue()) {
                Files.write(folder.resolve("seed-" + number++), seed);
            }
        }
    }

    static Map<String, List<byte[]>> all() throws IOException {
        Map<String, List<byte[]>> seeds = new LinkedHashMap<>();
        seeds.put("Pdu", pdus());
        seeds.put("Conversation", conversations());
        seeds.put("Part10", files());
        seeds.put("Dataset", datasets());
        seeds.put("Json", json());
        seeds.put("Xml", xml());
        seeds.put("Multipart", multipart());
        seeds.put("Query", queries());
        seeds.putAll(ImageSeeds.all());
        return seeds;
    }

    private static List<Attributes> images() {
        List<Attributes> images = new ArrayList<>();
        for (SyntheticKind kind : SyntheticKind.values()) {
            images.add(SyntheticStudy.of(kind, kind.ordinal()).withSize(8, 8).instance(0, 0));
        }
        return images;
    }

    private static List<byte[]> pdus() {
        byte[] request = AssociationPdus.request(
                "ISOCENTER", "FUZZER", UID.CTImageStorage, UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);
        return List.of(
                joined(new byte[] {ASSOCIATE_RQ}, request),
                joined(new byte[] {2}, request),
                new byte[] {3, 0, 1, 1, 1},
                new byte[] {RELEASE_RQ, 0, 0, 0, 0},
                new byte[] {6, 0, 0, 0, 0},
                new byte[] {7, 0, 0, 2, 1});
    }

    private static List<byte[]> conversations() {
        List<byte[]> conversations = new ArrayList<>();
        Attributes image = images().get(0);
        byte[] dataset = Part10Files.dataset(image, UID.ExplicitVRLittleEndian);
        conversations.add(conversation(UID.Verification, command(UID.Verification, 0x0030, 0x0101), new byte[0]));
        conversations.add(conversation(UID.CTImageStorage, command(UID.CTImageStorage, 0x0001, 0), dataset));
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, "STUDY");
        keys.setString(Tag.PatientName, "A*");
        String find = UID.StudyRootQueryRetrieveInformationModelFind;
        conversations.add(
                conversation(find, command(find, 0x0020, 0), Part10Files.dataset(keys, UID.ExplicitVRLittleEndian)));
        return conversations;
    }

    private static byte[] conversation(String sopClass, byte[] command, byte[] dataset) {
        byte[] request = AssociationPdus.request("ISOCENTER", "FUZZER", sopClass, UID.ExplicitVRLittleEndian);
        byte[] data = dataset.length == 0 ? new byte[0] : pdu(P_DATA_TF, AssociationPdus.pdv(1, false, true, dataset));
        return joined(
                pdu(ASSOCIATE_RQ, request),
                pdu(P_DATA_TF, AssociationPdus.pdv(1, true, true, command)),
                data,
                pdu(RELEASE_RQ, new byte[4]));
    }

    /** A command set in implicit VR little endian (PS3.7 6.3.1). */
    private static byte[] command(String sopClass, int field, int datasetType) {
        byte[] elements = joined(
                element(0x0002, padded(sopClass)),
                element(0x0100, number(field)),
                element(0x0110, number(1)),
                element(0x0700, number(0)),
                element(0x0800, number(datasetType)),
                element(0x1000, padded("1.2.3.4")));
        byte[] length = new byte[4];
        length[0] = (byte) elements.length;
        length[1] = (byte) (elements.length >> 8);
        return joined(element(0, length), elements);
    }

    private static byte[] element(int number, byte[] value) {
        byte[] header = new byte[8];
        header[2] = (byte) number;
        header[3] = (byte) (number >> 8);
        header[4] = (byte) value.length;
        return joined(header, value);
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8)};
    }

    private static byte[] padded(String uid) {
        return (uid.length() % 2 == 0 ? uid : uid + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] pdu(int type, byte[] content) {
        byte[] header = new byte[6];
        header[0] = (byte) type;
        header[2] = (byte) (content.length >> 24);
        header[3] = (byte) (content.length >> 16);
        header[4] = (byte) (content.length >> 8);
        header[5] = (byte) content.length;
        return joined(header, content);
    }

    private static List<byte[]> files() {
        List<byte[]> files = new ArrayList<>();
        for (Attributes image : images()) {
            files.add(Part10Files.bytes(image, UID.ExplicitVRLittleEndian));
        }
        files.add(Part10Files.bytes(images().get(0), UID.ImplicitVRLittleEndian));
        files.add(Part10Files.bytes(images().get(0), UID.ExplicitVRBigEndian));
        files.add(Part10Files.bytes(images().get(0), UID.DeflatedExplicitVRLittleEndian));
        for (String characterSet :
                List.of("ISO 2022 IR 87", "GB18030", "ISO_IR 144", "\\ISO 2022 IR 149", "ISO_IR 13")) {
            Attributes image = images().get(0);
            image.setString(Tag.SpecificCharacterSet, characterSet.split("\\\\", -1));
            files.add(Part10Files.bytes(image, UID.ExplicitVRLittleEndian));
        }
        return files;
    }

    private static List<byte[]> datasets() {
        List<byte[]> datasets = new ArrayList<>();
        List<String> syntaxes = List.of(
                UID.ExplicitVRLittleEndian,
                UID.ImplicitVRLittleEndian,
                UID.ExplicitVRBigEndian,
                UID.DeflatedExplicitVRLittleEndian);
        for (Attributes image : images()) {
            for (int i = 0; i < syntaxes.size(); i++) {
                datasets.add(joined(new byte[] {(byte) i}, Part10Files.dataset(image, syntaxes.get(i))));
            }
        }
        return datasets;
    }

    private static List<byte[]> json() {
        List<byte[]> json = new ArrayList<>();
        images().forEach(image -> json.add(DicomJson.toBytes(List.of(image), (path, vr, bulk) -> null)));
        return json;
    }

    private static List<byte[]> xml() throws IOException {
        List<byte[]> xml = new ArrayList<>();
        for (Attributes image : images()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            NativeXml.write(image, out, (path, vr, bulk) -> null);
            xml.add(out.toByteArray());
        }
        return xml;
    }

    private static List<byte[]> multipart() {
        String body = "--x\r\nContent-Type: application/dicom\r\n\r\nfirst\r\n--x\r\nContent-Location: a\r\n\r\n"
                + "second\r\n--x--\r\n";
        return List.of(
                body.getBytes(StandardCharsets.ISO_8859_1),
                body.replace("--x", "--" + MultipartFuzz.BOUNDARY).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<byte[]> queries() {
        List<byte[]> queries = new ArrayList<>();
        for (String query : List.of(
                "PatientName=D*&StudyDate=20260101-20260202&limit=10&offset=5",
                "00100020=1&includefield=all&fuzzymatching=true",
                "PatientName=%E5%B1%B1%E7%94%B0%5E%3F*&includefield=StudyDescription,00081030",
                "StudyInstanceUID=1.2.3,1.2.4&ModalitiesInStudy=CT%5CMR",
                "RequestAttributesSequence.ScheduledProcedureStepID=1&StudyTime=0900-&emptyvaluematching=true",
                "PatientBirthDate=-19700101&multiplevaluematching=true&Rows=512&AccessionNumber=%22%22")) {
            queries.add(query.getBytes(StandardCharsets.UTF_8));
        }
        return queries;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
