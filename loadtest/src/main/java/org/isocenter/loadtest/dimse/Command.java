/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A command set (PS3.7 6.3): elements of group 0000 in implicit VR little endian. Not thread-safe. */
final class Command {

    static final int AFFECTED_SOP_CLASS_UID = 0x0002;
    static final int COMMAND_FIELD = 0x0100;
    static final int MESSAGE_ID = 0x0110;
    static final int MESSAGE_ID_BEING_RESPONDED_TO = 0x0120;
    static final int MOVE_DESTINATION = 0x0600;
    static final int PRIORITY = 0x0700;
    static final int COMMAND_DATA_SET_TYPE = 0x0800;
    static final int STATUS = 0x0900;
    static final int AFFECTED_SOP_INSTANCE_UID = 0x1000;
    static final int COMPLETED_SUB_OPERATIONS = 0x1021;

    static final int NO_DATA_SET = 0x0101;
    static final int DATA_SET = 0x0001;

    private static final int HEADER = 8;
    private static final int MAX_ELEMENT = 0xffff;

    private final Map<Integer, byte[]> values = new TreeMap<>();

    /** Reads a command set. */
    static Command decode(byte[] bytes) {
        Command command = new Command();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= HEADER) {
            in.getShort();
            int element = in.getShort() & MAX_ELEMENT;
            byte[] value = new byte[in.getInt()];
            in.get(value);
            command.values.put(element, value);
        }
        return command;
    }

    Command number(int element, int value) {
        values.put(element, new byte[] {(byte) value, (byte) (value >> 8)});
        return this;
    }

    Command uid(int element, String uid) {
        byte[] padded = new byte[(uid.length() + 1) & ~1];
        byte[] text = uid.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, padded, 0, text.length);
        values.put(element, padded);
        return this;
    }

    Command text(int element, String text) {
        values.put(element, (text.length() % 2 == 0 ? text : text + " ").getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** The response to a C-STORE (PS3.7 9.3.1.2). */
    static Command stored(Command request, int status) {
        return new Command()
                .uid(AFFECTED_SOP_CLASS_UID, request.uid(AFFECTED_SOP_CLASS_UID))
                .number(COMMAND_FIELD, CommandField.STORE_RSP)
                .number(MESSAGE_ID_BEING_RESPONDED_TO, request.number(MESSAGE_ID))
                .number(COMMAND_DATA_SET_TYPE, NO_DATA_SET)
                .number(STATUS, status)
                .uid(AFFECTED_SOP_INSTANCE_UID, request.uid(AFFECTED_SOP_INSTANCE_UID));
    }

    /** C-CANCEL of a request (PS3.7 9.3.2.3). */
    static Command cancel(int messageId) {
        return new Command()
                .number(COMMAND_FIELD, CommandField.CANCEL_RQ)
                .number(MESSAGE_ID_BEING_RESPONDED_TO, messageId)
                .number(COMMAND_DATA_SET_TYPE, NO_DATA_SET);
    }

    int number(int element) {
        byte[] value = values.get(element);
        return value == null || value.length < 2 ? -1 : value[0] & 0xff | (value[1] & 0xff) << 8;
    }

    String uid(int element) {
        byte[] value = values.getOrDefault(element, new byte[0]);
        return new String(value, StandardCharsets.US_ASCII).replace("\0", "").trim();
    }

    boolean hasDataSet() {
        return number(COMMAND_DATA_SET_TYPE) != NO_DATA_SET;
    }

    /** The command set with its group length in front. */
    byte[] encode() {
        int length = values.entrySet().stream()
                .filter(each -> each.getKey() != 0)
                .mapToInt(each -> HEADER + each.getValue().length)
                .sum();
        ByteBuffer out = ByteBuffer.allocate(HEADER + Integer.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0).putInt(Integer.BYTES).putInt(length);
        values.forEach((element, value) -> {
            if (element != 0) {
                out.putShort((short) 0)
                        .putShort(element.shortValue())
                        .putInt(value.length)
                        .put(value);
            }
        });
        return out.array();
    }
}
