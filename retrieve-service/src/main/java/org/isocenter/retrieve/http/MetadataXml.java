/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import org.isocenter.archive.model.InstanceUids;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.xml.NativeXml;
import org.isocenter.retrieve.content.BulkDataPath;
import org.isocenter.retrieve.content.BytesContent;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.send.ResponseWriter;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.multipart.MultipartWriter;

/** Native XML models as parts that go out while rows are still read. Used by one thread. */
final class MetadataXml implements BiConsumer<InstanceUids, Attributes>, AutoCloseable {
    private final Exchange exchange;
    private final boolean mayBeSingle;
    private byte[] first;
    private String firstLocation;
    private ResponseWriter response;
    private MultipartWriter parts;

    /** @param mayBeSingle whether one instance alone goes out without parts */
    MetadataXml(Exchange exchange, boolean mayBeSingle) {
        this.exchange = exchange;
        this.mayBeSingle = mayBeSingle;
    }

    @Override
    public void accept(InstanceUids uids, Attributes dataset) {
        try {
            byte[] xml = xml(uids, dataset);
            if (response == null && first == null) {
                firstLocation = location(uids);
                first = xml; // whether it is the only one is not known yet
            } else {
                begin();
                write(xml, location(uids));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] xml(InstanceUids uids, Attributes dataset) throws IOException {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        NativeXml.write(dataset, xml, BulkDataPath.below(exchange.instanceUrl(uids)));
        return xml.toByteArray();
    }

    private void begin() throws IOException {
        if (response == null) {
            String boundary = exchange.boundary();
            response = exchange.beginStream(MultipartWriter.contentType(DicomWeb.DICOM_XML, boundary));
            parts = new MultipartWriter(response, boundary);
            write(first, firstLocation);
            first = null;
        }
    }

    private String location(InstanceUids uids) {
        return exchange.instanceUrl(uids) + "/metadata";
    }

    private void write(byte[] xml, String location) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", DicomWeb.DICOM_XML);
        headers.put("Content-Location", location);
        parts.beginPart(headers);
        parts.content().write(xml, 0, xml.length);
    }

    /** Ends the response. */
    void finish() throws IOException {
        if (response == null && first == null) {
            throw InstanceFinder.notFound("There are no such instances.");
        }
        if (response == null && mayBeSingle) {
            exchange.send(200, DicomWeb.DICOM_XML, new BytesContent(first));
            return;
        }
        begin();
        parts.finish();
        response.finish();
    }

    @Override
    public void close() {
        if (response != null) {
            response.discard();
        }
    }
}
