/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.xml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.BulkDataSource;
import org.isocenter.dicom.json.BulkDataUri;

/** The native DICOM model in XML (PS3.19 A.1) in one call. */
public final class NativeXml {

    static final String NAMESPACE = "http://dicom.nema.org/PS3.19/models/NativeDICOM";

    private NativeXml() {}

    /**
     * Writes a data set as a document in UTF-8; the stream is flushed, not closed.
     *
     * <p>Group lengths and group 0002 are left out. Characters that XML 1.0 does not have become U+FFFD.
     */
    public static void write(Attributes attributes, OutputStream out, BulkDataUri bulkDataUri) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new NativeXmlWriter(writer, bulkDataUri).write(attributes);
        writer.flush();
    }

    /**
     * Reads a document; values given by reference stay empty.
     *
     * @throws InvalidNativeXmlException if it is no native DICOM model; document type declarations are refused
     */
    public static Attributes read(InputStream xml) throws IOException {
        return read(xml, BulkDataSource.NONE);
    }

    /**
     * Reads a document.
     *
     * @throws InvalidNativeXmlException if it is no native DICOM model; document type declarations are refused
     */
    public static Attributes read(InputStream xml, BulkDataSource bulkDataSource) throws IOException {
        return NativeXmlReader.read(xml, bulkDataSource);
    }
}
