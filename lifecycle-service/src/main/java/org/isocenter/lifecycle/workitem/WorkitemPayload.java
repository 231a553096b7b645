/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.DicomJson;
import org.isocenter.dicom.xml.NativeXml;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;

/** Reads the data set of a request (PS3.18 11.4.1.4): one, as JSON or XML, up to a mebibyte. */
final class WorkitemPayload {

    private static final int LONGEST = 1 << 20;

    private WorkitemPayload() {}

    /**
     * Reads it.
     *
     * @param contentType the header, or null
     * @throws org.isocenter.service.http.ProblemException 400, 413 or 415
     */
    static Attributes read(InputStream body, String contentType) {
        byte[] bytes = bytes(body);
        if (bytes.length == 0) {
            throw Problem.of(400, "The request has no payload").toException();
        }
        return read(bytes, contentType);
    }

    /** The same, and no attributes where there is no payload. */
    static Attributes readIfAny(InputStream body, String contentType) {
        byte[] bytes = bytes(body);
        return bytes.length == 0 ? new Attributes() : read(bytes, contentType);
    }

    private static byte[] bytes(InputStream body) {
        if (body == null) {
            return new byte[0];
        }
        try {
            byte[] bytes = body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw Problem.of(413, "A data set of a work item may have 1 MiB")
                        .toException();
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.of(400, "The payload broke off").toException();
        }
    }

    private static Attributes read(byte[] bytes, String contentType) {
        String type = contentType == null ? "" : essence(contentType);
        try {
            return switch (type) {
                case DicomWeb.DICOM_JSON, DicomWeb.JSON -> json(bytes);
                case DicomWeb.DICOM_XML, "application/xml", "text/xml" ->
                    NativeXml.read(new ByteArrayInputStream(bytes));
                default ->
                    throw Problem.of(415, "A payload is application/dicom+json or application/dicom+xml")
                            .toException();
            };
        } catch (IOException e) {
            throw Problem.of(400, "The payload is no data set in " + type).toException();
        }
    }

    private static Attributes json(byte[] bytes) throws IOException {
        List<Attributes> all = DicomJson.readArray(new ByteArrayInputStream(bytes));
        if (all.size() != 1) {
            throw Problem.of(400, "The payload is one data set").toException();
        }
        return all.get(0);
    }

    private static String essence(String contentType) {
        List<MediaRange> ranges = MediaRange.parseList(contentType);
        return ranges.isEmpty() ? "" : ranges.get(0).essence();
    }
}
