/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.DatasetBody;

/**
 * A data set that goes from one association to another as it is. Its beginning is read ahead, so that a short one neither holds up
 * other messages while it comes nor fails in its midst.
 */
final class PassedDataset implements DatasetBody {
    private static final int AHEAD = 64 * 1024;

    private final TransferSyntax transferSyntax;
    private final byte[] beginning;
    private final InputStream rest;

    private PassedDataset(TransferSyntax transferSyntax, byte[] beginning, InputStream rest) {
        this.transferSyntax = transferSyntax;
        this.beginning = beginning;
        this.rest = rest;
    }

    /** Null if there is none. */
    static PassedDataset of(InputStream dataset, TransferSyntax transferSyntax) throws IOException {
        if (dataset == null) {
            return null;
        }
        byte[] beginning = dataset.readNBytes(AHEAD);
        return new PassedDataset(transferSyntax, beginning, beginning.length < AHEAD ? null : dataset);
    }

    /** Whether all of it is in memory, to be written any number of times. */
    boolean isWhole() {
        return rest == null;
    }

    @Override
    public TransferSyntax transferSyntax() {
        return transferSyntax;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(beginning);
        if (rest != null) {
            byte[] buffer = new byte[AHEAD];
            for (int count = rest.read(buffer); count >= 0; count = rest.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }
}
