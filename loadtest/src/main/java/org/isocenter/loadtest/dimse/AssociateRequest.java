/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is proposed when an association is opened (PS3.8 9.3.2): a context with explicit VR little endian for each SOP class, with
 * the odd identifiers 1, 3, 5 and so on.
 *
 * @param callingAet this side
 * @param calledAet the archive
 * @param sopClasses abstract syntaxes
 * @param storageScp classes of which this side receives instances (C-GET)
 * @param maxPduLength that this side takes
 */
record AssociateRequest(
        String callingAet, String calledAet, List<String> sopClasses, List<String> storageScp, int maxPduLength) {

    static final String TRANSFER_SYNTAX = "1.2.840.10008.1.2.1";

    private static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";
    private static final String IMPLEMENTATION_CLASS = "2.25.1487781653765963847250954550879745174";

    /** The PDU without its type and length. */
    byte[] encode() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(1);
        out.writeShort(0);
        out.writeBytes(String.format("%-16s%-16s", calledAet, callingAet));
        out.write(new byte[32]);
        item(out, 0x10, ascii(APPLICATION_CONTEXT));
        for (int i = 0; i < sopClasses.size(); i++) {
            ByteArrayOutputStream context = new ByteArrayOutputStream();
            DataOutputStream contextOut = new DataOutputStream(context);
            contextOut.writeInt((2 * i + 1) << 24);
            item(contextOut, 0x30, ascii(sopClasses.get(i)));
            item(contextOut, 0x40, ascii(TRANSFER_SYNTAX));
            item(out, 0x20, context.toByteArray());
        }
        item(out, 0x50, userInformation());
        return bytes.toByteArray();
    }

    private byte[] userInformation() throws IOException {
        ByteArrayOutputStream user = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(user);
        out.writeShort(0x5100);
        out.writeShort(Integer.BYTES);
        out.writeInt(maxPduLength);
        item(out, 0x52, ascii(IMPLEMENTATION_CLASS));
        for (String sopClass : storageScp) {
            ByteArrayOutputStream role = new ByteArrayOutputStream();
            DataOutputStream roleOut = new DataOutputStream(role);
            roleOut.writeShort(sopClass.length());
            roleOut.writeBytes(sopClass);
            roleOut.writeByte(0);
            roleOut.writeByte(1);
            item(out, 0x54, role.toByteArray());
        }
        return user.toByteArray();
    }

    private static void item(DataOutputStream out, int type, byte[] value) throws IOException {
        out.writeByte(type);
        out.writeByte(0);
        out.writeShort(value.length);
        out.write(value);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
