/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is proposed when an association is opened (PS3.8 9.3.2), with the odd identifiers 1, 3, 5 and so on.
 *
 * @param callingAet this side
 * @param calledAet the archive
 * @param contexts at most 128
 * @param maxPduLength that this side takes
 */
record AssociateRequest(String callingAet, String calledAet, List<ProposedContext> contexts, int maxPduLength) {

    static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";
    static final String IMPLEMENTATION_CLASS = "2.25.1487781653765963847250954550879745174";

    /** The PDU without its type and length. */
    byte[] encode() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(1);
        out.writeShort(0);
        out.writeBytes(String.format("%-16s%-16s", calledAet, callingAet));
        out.write(new byte[32]);
        item(out, 0x10, ascii(APPLICATION_CONTEXT));
        for (int i = 0; i < contexts.size(); i++) {
            ProposedContext proposed = contexts.get(i);
            ByteArrayOutputStream context = new ByteArrayOutputStream();
            DataOutputStream contextOut = new DataOutputStream(context);
            contextOut.writeInt((2 * i + 1) << 24);
            item(contextOut, 0x30, ascii(proposed.abstractSyntax()));
            for (String transferSyntax : proposed.transferSyntaxes()) {
                item(contextOut, 0x40, ascii(transferSyntax));
            }
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
        for (String sopClass : scpClasses()) {
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

    private Set<String> scpClasses() {
        return contexts.stream()
                .filter(ProposedContext::asScp)
                .map(ProposedContext::abstractSyntax)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static void item(DataOutputStream out, int type, byte[] value) throws IOException {
        out.writeByte(type);
        out.writeByte(0);
        out.writeShort(value.length);
        out.write(value);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
