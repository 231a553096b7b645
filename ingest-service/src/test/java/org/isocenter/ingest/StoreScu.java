/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.AssociationRequestor;
import org.isocenter.dicom.net.DatasetBody;
import org.isocenter.dicom.net.DimseResponse;
import org.isocenter.dicom.net.Priority;
import org.isocenter.dicom.net.RemoteEndpoint;

/** Sends instances as modalities do, with several outstanding if the service agrees. */
final class StoreScu {

    /** A storage SOP class of a vendor. */
    static final String PRIVATE_STORAGE = "1.2.826.0.1.3680043.10.1.99";

    /** A SOP class that PS3.6 has, but not for storage. */
    static final String OTHER_SERVICE = UID.PrintJob;

    private static final int WINDOW = 4;

    private StoreScu() {}

    static Association connect(int port) throws IOException {
        return AssociationRequestor.connect(
                new RemoteEndpoint("127.0.0.1", port),
                AssociationRequest.builder("MODALITY", "ISOCENTER")
                        .context(UID.CTImageStorage, UID.ExplicitVRLittleEndian)
                        .context(PRIVATE_STORAGE, UID.ExplicitVRLittleEndian)
                        .context(OTHER_SERVICE, UID.ExplicitVRLittleEndian)
                        .context(UID.Verification, UID.ImplicitVRLittleEndian)
                        .asyncOperations(WINDOW, 1)
                        .build());
    }

    static DimseResponse store(Association association, TestInstance instance) throws IOException {
        return association.cstore(
                instance.uid(Tag.SOPClassUID), instance.uid(Tag.SOPInstanceUID), body(instance.dataset()));
    }

    static CompletableFuture<DimseResponse> storeLater(Association association, TestInstance instance)
            throws IOException {
        return association.cstoreLater(
                UID.CTImageStorage, instance.uid(Tag.SOPInstanceUID), Priority.MEDIUM, null, body(instance.dataset()));
    }

    private static DatasetBody body(byte[] dataset) {
        return new DatasetBody() {
            @Override
            public TransferSyntax transferSyntax() {
                return TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                new ByteArrayInputStream(dataset).transferTo(out);
            }
        };
    }
}
