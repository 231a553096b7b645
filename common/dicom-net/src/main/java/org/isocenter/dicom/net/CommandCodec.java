/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.pdu.PduException;

/** Command sets: group 0000, implicit VR little endian, with its group length (PS3.7 6.3). */
final class CommandCodec {
    private static final int HEADER_LENGTH = 8;
    private static final int GROUP_LENGTH = HEADER_LENGTH + 4;

    private CommandCodec() {}

    static byte[] encode(Attributes command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        for (int i = 0; i < GROUP_LENGTH; i++) {
            out.write(0);
        }
        for (int tag : command.tags()) {
            if (tag >>> 16 == 0 && tag != Tag.CommandGroupLength) {
                element(out, tag, command);
            }
        }
        byte[] bytes = out.toByteArray();
        putInt(bytes, 4, 4);
        putInt(bytes, HEADER_LENGTH, bytes.length - GROUP_LENGTH);
        return bytes;
    }

    private static void element(ByteArrayOutputStream out, int tag, Attributes command) {
        byte[] value = command.getBytes(tag);
        int length = value == null ? 0 : value.length;
        int padded = length + (length & 1);
        byte[] header = new byte[HEADER_LENGTH];
        putTag(header, tag);
        putInt(header, 4, padded);
        out.writeBytes(header);
        if (length > 0) {
            out.writeBytes(value);
        }
        if (padded > length) {
            out.write(command.getVR(tag).padding());
        }
    }

    private static void putTag(byte[] bytes, int tag) {
        bytes[0] = (byte) (tag >> 16);
        bytes[1] = (byte) (tag >> 24);
        bytes[2] = (byte) tag;
        bytes[3] = (byte) (tag >> 8);
    }

    private static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }

    /** @throws PduException if the bytes are no command set */
    static Attributes decode(byte[] bytes, int length) throws PduException {
        Attributes command = new Attributes();
        int position = 0;
        while (position < length) {
            if (length - position < HEADER_LENGTH) {
                throw invalid("ends in the midst of an element");
            }
            int tag = shortAt(bytes, position) << 16 | shortAt(bytes, position + 2);
            long valueLength = intAt(bytes, position + 4);
            position += HEADER_LENGTH;
            if (tag >>> 16 != 0) {
                throw invalid("has an element of another group");
            }
            if (valueLength > length - position) {
                throw invalid("ends in the midst of a value");
            }
            int end = position + (int) valueLength;
            VR vr = Dictionary.vrOf(tag);
            command.setBytes(tag, vr == null ? VR.UN : vr, Arrays.copyOfRange(bytes, position, end));
            position = end;
        }
        return command;
    }

    private static PduException invalid(String how) {
        return new PduException(Abort.INVALID_PDU_PARAMETER, "A command set " + how);
    }

    private static int shortAt(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private static long intAt(byte[] bytes, int at) {
        return shortAt(bytes, at) | (long) shortAt(bytes, at + 2) << 16;
    }
}
