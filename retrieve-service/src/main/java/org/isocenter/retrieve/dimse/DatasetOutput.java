/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.isocenter.dicom.net.ul.PdataOutput;
import org.isocenter.retrieve.send.StreamWriter;

/** The data set of a C-STORE request. Used by one thread. */
final class DatasetOutput extends StreamWriter {

    private final OutputStream out;

    DatasetOutput(OutputStream out) {
        super(out);
        this.out = out;
    }

    @Override
    public void transfer(Path file, long position, long length) throws IOException {
        if (!(out instanceof PdataOutput pdata)) {
            super.transfer(file, position, length);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            pdata.transferFrom(channel, position, length);
        }
    }
}
