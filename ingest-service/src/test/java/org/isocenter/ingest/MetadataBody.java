/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.isocenter.dicom.data.UID;

/** Writes requests of metadata and bulk data text by text, so that what is sent does not depend on what is tested. */
final class MetadataBody {

    static final String JSON = "multipart/related; type=\"application/dicom+json\"; boundary=b-o-u-n-d";
    static final String XML = "multipart/related; type=\"application/dicom+xml\"; boundary=b-o-u-n-d";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds a part with a line of headers each. */
    MetadataBody part(byte[] content, String... headers) {
        text("\r\n--b-o-u-n-d\r\n");
        for (String header : headers) {
            text(header + "\r\n");
        }
        text("\r\n");
        bytes.writeBytes(content);
        return this;
    }

    /** Adds instances as one array. */
    MetadataBody json(Instance... instances) {
        List<String> texts = new ArrayList<>();
        for (Instance instance : instances) {
            texts.add(instance.json());
        }
        return json("[" + String.join(",", texts) + "]");
    }

    MetadataBody json(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8), "Content-Type: application/dicom+json");
    }

    MetadataBody xml(Instance instance) {
        return part(instance.xml().getBytes(StandardCharsets.UTF_8), "Content-Type: application/dicom+xml");
    }

    MetadataBody bulk(String mediaType, String location, byte[] content) {
        return part(content, "Content-Type: " + mediaType, "Content-Location: " + location);
    }

    private void text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    byte[] unfinished() {
        return bytes.toByteArray();
    }

    byte[] end() {
        text("\r\n--b-o-u-n-d--\r\n");
        return bytes.toByteArray();
    }

    /** The metadata of one instance. */
    static final class Instance {

        private record Element(String vr, String value, String uri) {}

        private final Map<String, Element> elements = new TreeMap<>();

        /** A secondary capture without pixels. */
        static Instance capture() {
            return capture(TestInstance.newUid());
        }

        static Instance capture(String studyInstanceUid) {
            return new Instance()
                    .with("00080016", "UI", UID.SecondaryCaptureImageStorage)
                    .with("00080018", "UI", TestInstance.newUid())
                    .with("0020000D", "UI", studyInstanceUid)
                    .with("0020000E", "UI", TestInstance.newUid())
                    .with("00080060", "CS", "OT")
                    .with("00100020", "LO", "T-1");
        }

        /** With the description of grey pixels of 8 bits. */
        Instance grey(int rows, int columns) {
            return with("00280002", "US", "1")
                    .with("00280004", "CS", "MONOCHROME2")
                    .with("00280010", "US", String.valueOf(rows))
                    .with("00280011", "US", String.valueOf(columns))
                    .with("00280100", "US", "8")
                    .with("00280101", "US", "8")
                    .with("00280102", "US", "7")
                    .with("00280103", "US", "0");
        }

        Instance with(String tag, String vr, String value) {
            elements.put(tag, new Element(vr, value, null));
            return this;
        }

        Instance without(String tag) {
            elements.remove(tag);
            return this;
        }

        Instance bulk(String tag, String vr, String uri) {
            elements.put(tag, new Element(vr, null, uri));
            return this;
        }

        String value(String tag) {
            return elements.get(tag).value();
        }

        String sopInstanceUid() {
            return value("00080018");
        }

        String json() {
            List<String> members = new ArrayList<>();
            elements.forEach((tag, element) -> members.add("\"" + tag + "\":{\"vr\":\"" + element.vr() + "\","
                    + (element.uri() == null
                            ? "\"Value\":[" + quoted(element) + "]"
                            : "\"BulkDataURI\":\"" + element.uri() + "\"")
                    + "}"));
            return "{" + String.join(",", members) + "}";
        }

        private static String quoted(Element element) {
            return element.vr().equals("US") ? element.value() : '"' + element.value() + '"';
        }

        String xml() {
            StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><NativeDicomModel"
                    + " xmlns=\"http://dicom.nema.org/PS3.19/models/NativeDICOM\">");
            elements.forEach((tag, element) -> xml.append("<DicomAttribute tag=\"")
                    .append(tag)
                    .append("\" vr=\"")
                    .append(element.vr())
                    .append("\">")
                    .append(
                            element.uri() == null
                                    ? "<Value number=\"1\">" + element.value() + "</Value>"
                                    : "<BulkData uri=\"" + element.uri() + "\"/>")
                    .append("</DicomAttribute>"));
            return xml.append("</NativeDicomModel>").toString();
        }
    }
}
