/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.pdu.PduException;
import org.isocenter.dicom.net.ul.Fragment;
import org.isocenter.dicom.net.ul.UpperLayer;

/** Puts command sets together from their fragments (PS3.8 annex E). Used by one thread at a time. */
final class MessageReader {
    private static final int NO_DATASET = 0x0101;
    private static final int MAX_COMMAND_LENGTH = 1024 * 1024;

    private final UpperLayer upperLayer;
    private final Map<Integer, PresentationContext> contexts;
    private final long messageMillis;
    private byte[] buffer = new byte[512];

    MessageReader(UpperLayer upperLayer, Map<Integer, PresentationContext> contexts, long messageMillis) {
        this.upperLayer = upperLayer;
        this.contexts = contexts;
        this.messageMillis = messageMillis;
    }

    /** The next message; empty when the peer wants to release, or has agreed to. */
    Optional<IncomingMessage> read(long timeoutMillis) throws IOException {
        if (upperLayer.receive(timeoutMillis) != UpperLayer.Indication.DATA) {
            return Optional.empty();
        }
        Fragment fragment = upperLayer.fragment();
        int contextId = fragment.contextId();
        PresentationContext context = contexts.get(contextId);
        if (context == null) {
            throw upperLayer.protocolError(Abort.INVALID_PDU_PARAMETER, "Context " + contextId + " is not accepted");
        }
        Attributes command = readCommand(fragment, contextId);
        CommandField field =
                CommandField.of(command.getInt(Tag.CommandField, 0)).orElse(null);
        boolean hasDataset = command.getInt(Tag.CommandDataSetType, NO_DATASET) != NO_DATASET;
        DatasetInput dataset = hasDataset ? new DatasetInput(upperLayer, contextId, messageMillis) : null;
        return Optional.of(new IncomingMessage(context, command, field, dataset));
    }

    private Attributes readCommand(Fragment fragment, int contextId) throws IOException {
        int length = 0;
        for (; ; ) {
            if (!fragment.isCommand() || fragment.contextId() != contextId) {
                throw upperLayer.protocolError(Abort.UNEXPECTED_PDU_PARAMETER, "A fragment that no command announced");
            }
            length = readFragment(fragment, length);
            if (fragment.isLast()) {
                return decode(length);
            }
            if (upperLayer.receiveMore(messageMillis) != UpperLayer.Indication.DATA) {
                throw upperLayer.protocolError(Abort.UNEXPECTED_PDU, "A release in the midst of a command");
            }
        }
    }

    private int readFragment(Fragment fragment, int start) throws IOException {
        int length = start;
        while (fragment.remaining() > 0) {
            if (length == buffer.length) {
                if (length == MAX_COMMAND_LENGTH) {
                    throw upperLayer.protocolError(Abort.INVALID_PDU_PARAMETER, "A command set longer than 1 MiB");
                }
                buffer = Arrays.copyOf(buffer, Math.min(2 * length, MAX_COMMAND_LENGTH));
            }
            length += upperLayer.read(buffer, length, buffer.length - length);
        }
        return length;
    }

    private Attributes decode(int length) throws IOException {
        try {
            return CommandCodec.decode(buffer, length);
        } catch (PduException e) {
            throw upperLayer.protocolError(e.abort(), e.getMessage());
        }
    }
}
