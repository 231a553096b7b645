/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.BulkDataUri;
import org.isocenter.dicom.json.DicomJson;
import org.isocenter.dicom.xml.NativeXml;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;

/** Writes a data set that is an answer in the media type that the client chose. */
public final class DatasetAnswer {

    /** What an answer can be written as, the default first (PS3.18 10.5.3, 13.4.3). */
    public static final List<MediaRange> OFFERS = Stream.of(DicomWeb.DICOM_JSON, DicomWeb.JSON, DicomWeb.DICOM_XML)
            .map(MediaRange::parse)
            .toList();

    private static final BulkDataUri NO_BULK_DATA = (path, vr, bulk) -> {
        throw new IllegalStateException("an answer has no bulk data");
    };

    private DatasetAnswer() {}

    /** The data set in UTF-8; one of {@link #OFFERS} is the media type. */
    public static byte[] write(Attributes dataset, MediaRange mediaType) {
        if (!mediaType.essence().equals(DicomWeb.DICOM_XML)) {
            return DicomJson.toBytes(dataset, NO_BULK_DATA);
        }
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        try {
            NativeXml.write(dataset, xml, NO_BULK_DATA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return xml.toByteArray();
    }
}
