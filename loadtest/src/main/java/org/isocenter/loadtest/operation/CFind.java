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
 * C-FIND of studies on a kept association.
 *
 * @param name in the table
 * @param identifier encoded in explicit VR little endian
 * @param matches how many there must be at least
 */
@SuppressWarnings("ArrayRecordComponent")
public record CFind(String name, byte[] identifier, int matches) implements Operation {

    /** A query for studies with matching keys; other usual attributes are asked for. */
    public static CFind studies(String name, Attributes keys, int matches) {
        Attributes identifier = new Attributes();
        identifier.setString(Tag.QueryRetrieveLevel, "STUDY");
        int[] returned = {
            Tag.StudyDate,
            Tag.StudyTime,
            Tag.AccessionNumber,
            Tag.StudyDescription,
            Tag.PatientName,
            Tag.PatientID,
            Tag.StudyInstanceUID
        };
        for (int tag : returned) {
            identifier.setNull(tag);
        }
        identifier.addAll(keys);
        return new CFind(name, DatasetWriter.toBytes(identifier, TransferSyntax.EXPLICIT_LITTLE_ENDIAN), matches);
    }

    @Override
    public Service service() {
        return Service.FIND;
    }

    @Override
    public Session open(Target target) throws IOException {
        DicomClient client = DicomClient.forFind(target.host(), target.dicomPort(), target.aet());
        return new Session() {
            @Override
            public long run() throws IOException {
                long before = client.receivedBytes();
                int found = client.find(identifier);
                if (found < matches) {
                    throw new IOException(target.name() + " found " + found + " studies instead of " + matches);
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
