/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.isocenter.dicom.data.Attributes;

import com.fasterxml.jackson.core.JsonGenerator;

/** The DICOM JSON model (PS3.18 annex F) in one call; {@link DicomJsonWriter} for many data sets into a stream. */
public final class DicomJson {

    private DicomJson() {}

    /** Returns a data set as a JSON object in UTF-8. */
    public static byte[] toBytes(Attributes attributes, BulkDataUri bulkDataUri) {
        DicomJsonWriter writer = new DicomJsonWriter(bulkDataUri);
        writer.write(attributes);
        return writer.toBytes();
    }

    /** Returns data sets as a JSON array in UTF-8. */
    public static byte[] toBytes(Iterable<Attributes> all, BulkDataUri bulkDataUri) {
        DicomJsonWriter writer = new DicomJsonWriter(bulkDataUri);
        writer.writeArray(all);
        return writer.toBytes();
    }

    /** Writes a data set as the generator's next value. */
    public static void write(Attributes attributes, JsonGenerator generator, BulkDataUri bulkDataUri)
            throws IOException {
        generator.writeRawValue(new String(toBytes(attributes, bulkDataUri), StandardCharsets.UTF_8));
    }

    /**
     * Reads a JSON object; values given by reference stay empty.
     *
     * @throws InvalidDicomJsonException if the text is no DICOM JSON model object
     */
    public static Attributes read(InputStream json) throws IOException {
        return read(json, BulkDataSource.NONE);
    }

    /**
     * Reads a JSON object.
     *
     * @throws InvalidDicomJsonException if the text is no DICOM JSON model object
     */
    public static Attributes read(InputStream json, BulkDataSource bulkDataSource) throws IOException {
        return new DicomJsonReader(bulkDataSource).readObject(json);
    }

    /**
     * Reads a JSON array of objects; a single object counts as an array of one. Values given by reference stay empty.
     *
     * @throws InvalidDicomJsonException if the text is no array of DICOM JSON model objects
     */
    public static List<Attributes> readArray(InputStream json) throws IOException {
        return readArray(json, BulkDataSource.NONE);
    }

    /**
     * Reads a JSON array of objects; a single object counts as an array of one.
     *
     * @throws InvalidDicomJsonException if the text is no array of DICOM JSON model objects
     */
    public static List<Attributes> readArray(InputStream json, BulkDataSource bulkDataSource) throws IOException {
        return new DicomJsonReader(bulkDataSource).readArray(json);
    }
}
