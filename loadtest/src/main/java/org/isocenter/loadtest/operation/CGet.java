/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.io.IOException;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.loadtest.dimse.DicomClient;

/**
 * C-GET of a whole study on a kept association.
 *
 * @param studyInstanceUid of the study
 * @param items instances of the study
 */
public record CGet(String studyInstanceUid, int items) implements Operation {

    @Override
    public String name() {
        return "C-GET";
    }

    @Override
    public Service service() {
        return Service.GET;
    }

    @Override
    public Session open(Target target) throws IOException {
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, "STUDY");
        keys.setString(Tag.StudyInstanceUID, studyInstanceUid);
        byte[] identifier = DatasetWriter.toBytes(keys, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        DicomClient client = DicomClient.forGet(target.host(), target.dicomPort(), target.aet());
        return new Session() {
            @Override
            public long run() throws IOException {
                long before = client.receivedBytes();
                int came = client.get(identifier);
                if (came != items) {
                    throw new IOException(target.name() + " sent " + came + " instances instead of " + items);
                }
                return client.receivedBytes() - before;
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }
}
