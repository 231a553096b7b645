/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.DicomJson;
import org.isocenter.dicom.xml.NativeXml;

/** Reads metadata within the memory of their request. Used by one thread. */
public final class MetadataReader {

    private final MetadataForm form;
    private final MetadataMemory.Share memory;

    /** With how they are written and the memory that they may take. */
    public MetadataReader(MetadataForm form, MetadataMemory.Share memory) {
        this.form = form;
        this.memory = memory;
    }

    /**
     * Reads a stream to its end.
     *
     * @throws InvalidMetadataException if it is no such document
     * @throws IOException if the stream cannot be read
     * @throws org.isocenter.archive.error.ArchiveException LIMIT_EXCEEDED or OVER_CAPACITY if it takes too much memory
     */
    public List<DescribedInstance> read(InputStream in) throws IOException {
        byte[] text = new MetadataText(memory).read(in);
        BulkReferences references = new BulkReferences();
        List<Attributes> datasets;
        try {
            datasets = switch (form) {
                case JSON -> DicomJson.readArray(new ByteArrayInputStream(text), references);
                case XML -> List.of(NativeXml.read(new ByteArrayInputStream(text), references));
            };
        } catch (IOException e) {
            // from memory, so it is the text: the readers' messages say where, and never what
            throw new InvalidMetadataException(e);
        }
        return datasets.stream()
                .map(dataset -> new DescribedInstance(dataset, references))
                .toList();
    }
}
