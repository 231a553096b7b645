/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;

import org.isocenter.archive.model.InstanceUids;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.BulkDataUri;
import org.isocenter.dicom.json.DicomJsonWriter;
import org.isocenter.retrieve.content.BulkDataPath;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.send.ResponseWriter;

/** An array of data sets that goes out while rows are still read. Used by one thread. */
final class MetadataJson implements BiConsumer<InstanceUids, Attributes>, AutoCloseable {

    private static final int DRAIN_SIZE = 256 * 1024;

    private final Exchange exchange;
    private final String mediaType;
    private final DicomJsonWriter json =
            new DicomJsonWriter((path, vr, bulk) -> addresses().uriOf(path, vr, bulk));
    private BulkDataUri addresses = BulkDataUri.NONE;
    private final boolean isCompressed;
    private ResponseWriter response;
    private GzipStream gzip;
    private boolean begun;

    /** @param isCompressed whether it goes out through gzip; the header that says so is set */
    MetadataJson(Exchange exchange, String mediaType, boolean isCompressed) {
        this.exchange = exchange;
        this.mediaType = mediaType;
        this.isCompressed = isCompressed;
    }

    @Override
    public void accept(InstanceUids uids, Attributes dataset) {
        json.writeRaw(begun ? "," : "[");
        begun = true;
        addresses = BulkDataPath.below(exchange.instanceUrl(uids));
        json.write(dataset);
        if (json.size() > DRAIN_SIZE) {
            try {
                drain();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Ends the array and the response. */
    void finish() throws IOException {
        if (!begun) {
            throw InstanceFinder.notFound("There are no such instances.");
        }
        json.writeRaw("]");
        drain();
        if (gzip != null) {
            gzip.finish();
        }
        response.finish();
    }

    private void drain() throws IOException {
        if (response == null) {
            response = exchange.beginStream(mediaType);
            gzip = isCompressed ? new GzipStream(response) : null;
        }
        json.drainTo(gzip == null ? response : gzip);
    }

    private BulkDataUri addresses() {
        return addresses;
    }

    @Override
    public void close() {
        if (gzip != null) {
            gzip.release();
        }
        if (response != null) {
            response.discard();
        }
    }
}
