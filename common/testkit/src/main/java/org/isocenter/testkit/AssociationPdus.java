/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bodies of PDUs written by hand (PS3.8 9.3), independent of the network code under test. */
public final class AssociationPdus {

    private AssociationPdus() {}

    /**
     * Returns the body of an A-ASSOCIATE-RQ with one presentation context, ID 1, and a maximum length of 16 KiB.
     *
     * @param calledAet at most 16 characters
     * @param callingAet at most 16 characters
     * @param abstractSyntax the SOP class
     * @param transferSyntaxes those proposed
     */
    public static byte[] request(
            String calledAet, String callingAet, String abstractSyntax, String... transferSyntaxes) {
        ByteArrayOutputStream context = new ByteArrayOutputStream();
        context.writeBytes(new byte[] {1, 0, 0, 0});
        context.writeBytes(item(0x30, ascii(abstractSyntax)));
        for (String transferSyntax : transferSyntaxes) {
            context.writeBytes(item(0x40, ascii(transferSyntax)));
        }
        ByteArrayOutputStream user = new ByteArrayOutputStream();
        user.writeBytes(item(0x51, new byte[] {0, 0, 0x40, 0}));
        user.writeBytes(item(0x52, ascii("1.2.3.4.5")));

        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 1, 0, 0});
        body.writeBytes(padded(calledAet));
        body.writeBytes(padded(callingAet));
        body.writeBytes(new byte[32]);
        body.writeBytes(item(0x10, ascii("1.2.840.10008.3.1.1.1")));
        body.writeBytes(item(0x20, context.toByteArray()));
        body.writeBytes(item(0x50, user.toByteArray()));
        return body.toByteArray();
    }

    /** Returns an item or sub-item: type, a reserved byte, a length of two bytes, the content. */
    public static byte[] item(int type, byte[] content) {
        byte[] item = new byte[4 + content.length];
        item[0] = (byte) type;
        item[2] = (byte) (content.length >>> 8);
        item[3] = (byte) content.length;
        System.arraycopy(content, 0, item, 4, content.length);
        return item;
    }

    /** Returns a presentation data value item for a P-DATA-TF. */
    public static byte[] pdv(int contextId, boolean command, boolean last, byte[] fragment) {
        byte[] pdv = new byte[6 + fragment.length];
        int length = fragment.length + 2;
        pdv[0] = (byte) (length >>> 24);
        pdv[1] = (byte) (length >>> 16);
        pdv[2] = (byte) (length >>> 8);
        pdv[3] = (byte) length;
        pdv[4] = (byte) contextId;
        pdv[5] = (byte) ((command ? 1 : 0) | (last ? 2 : 0));
        System.arraycopy(fragment, 0, pdv, 6, fragment.length);
        return pdv;
    }

    private static byte[] padded(String aet) {
        byte[] padded = new byte[16];
        Arrays.fill(padded, (byte) ' ');
        byte[] bytes = ascii(aet);
        System.arraycopy(bytes, 0, padded, 0, Math.min(16, bytes.length));
        return padded;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
