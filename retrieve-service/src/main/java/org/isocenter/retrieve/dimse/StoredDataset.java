/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.io.IOException;
import java.io.OutputStream;

import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.DatasetBody;
import org.isocenter.retrieve.content.Content;

/** An instance's data set as the body of a C-STORE request, in the syntax of the context that it goes through. */
record StoredDataset(TransferSyntax transferSyntax, Content content) implements DatasetBody, AutoCloseable {

    @Override
    public void writeTo(OutputStream out) throws IOException {
        content.writeTo(new DatasetOutput(out));
    }

    @Override
    public void close() {
        content.close();
    }
}
