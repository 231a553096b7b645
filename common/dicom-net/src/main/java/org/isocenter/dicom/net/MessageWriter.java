/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.ul.PdataOutput;
import org.isocenter.dicom.net.ul.UpperLayer;

/** Sends whole messages, one after the other. Safe for concurrent use. */
final class MessageWriter {
    private static final int DATASET_FOLLOWS = 0x0000;
    private static final int NO_DATASET = 0x0101;

    private final UpperLayer upperLayer;
    private final PdataOutput output;

    MessageWriter(UpperLayer upperLayer, long peerMaxPduLength) {
        this.upperLayer = upperLayer;
        this.output = new PdataOutput(upperLayer, peerMaxPduLength);
    }

    /**
     * Sends a message.
     *
     * @param body null if there is no data set
     * @throws IOException if the association, or the body, fails; the association is over then, unless the body has failed before
     *     any of it went out
     */
    void write(int contextId, Attributes command, DatasetBody body) throws IOException {
        write(contextId, command, body, false);
    }

    /** As {@link #write}, but the message may go out later, together with those after it. */
    void hold(int contextId, Attributes command, DatasetBody body) throws IOException {
        write(contextId, command, body, true);
    }

    /** Sends what is held. */
    void flush() throws IOException {
        upperLayer.writeLock().lock();
        try {
            output.reset();
            if (output.hasHeld()) {
                output.send();
            }
        } finally {
            upperLayer.writeLock().unlock();
        }
    }

    private void write(int contextId, Attributes command, DatasetBody body, boolean held) throws IOException {
        command.setInt(Tag.CommandDataSetType, VR.US, body == null ? NO_DATASET : DATASET_FOLLOWS);
        byte[] encoded = CommandCodec.encode(command);
        upperLayer.writeLock().lock();
        try {
            output.reset();
            output.beginCommand(contextId);
            output.write(encoded, 0, encoded.length);
            output.end();
            if (body != null) {
                writeBody(contextId, body);
            }
            if (held) {
                output.hold();
            } else {
                output.send();
            }
        } finally {
            upperLayer.writeLock().unlock();
        }
    }

    private void writeBody(int contextId, DatasetBody body) throws IOException {
        boolean written = false;
        try {
            output.beginDataset(contextId);
            body.writeTo(output);
            output.end();
            written = true;
        } finally {
            if (!written && output.hasSent()) {
                // what has gone out cannot be taken back
                upperLayer.abort(Abort.BY_USER);
            }
        }
    }
}
