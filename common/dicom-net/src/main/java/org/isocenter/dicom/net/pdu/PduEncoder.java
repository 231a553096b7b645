/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.util.Arrays;
import java.util.List;

/** Writes PDUs (PS3.8 9.3). Safe for concurrent use. */
public final class PduEncoder {
    private static final int AE_TITLE_LENGTH = 16;
    private static final int RESERVED_LENGTH = 32;

    private PduEncoder() {}

    /** The whole PDU with its header. */
    public static byte[] encode(Pdu pdu) {
        ByteOutput out = new ByteOutput();
        out.putByte(pdu.type());
        out.putByte(0);
        out.putInt(0);
        if (pdu instanceof AssociateRq request) {
            request(out, request);
        } else if (pdu instanceof AssociateAc accept) {
            accept(out, accept);
        } else if (pdu instanceof AssociateRj reject) {
            codes(out, reject.result(), reject.source(), reject.reason());
        } else if (pdu instanceof Abort abort) {
            codes(out, 0, abort.source(), abort.reason());
        } else {
            out.putInt(0);
        }
        return withLength(out.toBytes());
    }

    private static byte[] withLength(byte[] bytes) {
        int length = bytes.length - Pdu.HEADER_LENGTH;
        for (int i = 0; i < 4; i++) {
            bytes[2 + i] = (byte) (length >> 24 - 8 * i);
        }
        return bytes;
    }

    private static void codes(ByteOutput out, int first, int second, int third) {
        out.putByte(0);
        out.putByte(first);
        out.putByte(second);
        out.putByte(third);
    }

    private static void request(ByteOutput out, AssociateRq request) {
        head(out, request.protocolVersion(), request.calledAet(), request.callingAet(), request.applicationContext());
        for (ProposedContext context : request.contexts()) {
            int item = out.beginItem(ItemType.PROPOSED_CONTEXT);
            out.putByte(context.id());
            out.putBytes(new byte[3]);
            out.putItem(ItemType.ABSTRACT_SYNTAX, context.abstractSyntax());
            context.transferSyntaxes().forEach(uid -> out.putItem(ItemType.TRANSFER_SYNTAX, uid));
            out.endItem(item);
        }
        userInformation(out, request.userInformation());
    }

    private static void accept(ByteOutput out, AssociateAc accept) {
        head(out, accept.protocolVersion(), accept.calledAet(), accept.callingAet(), accept.applicationContext());
        for (ContextResult context : accept.contexts()) {
            int item = out.beginItem(ItemType.CONTEXT_RESULT);
            out.putByte(context.id());
            out.putByte(0);
            out.putByte(context.result());
            out.putByte(0);
            out.putItem(ItemType.TRANSFER_SYNTAX, context.transferSyntax());
            out.endItem(item);
        }
        userInformation(out, accept.userInformation());
    }

    private static void head(ByteOutput out, int version, String calledAet, String callingAet, String context) {
        out.putShort(version);
        out.putShort(0);
        out.putPadded(calledAet, AE_TITLE_LENGTH);
        out.putPadded(callingAet, AE_TITLE_LENGTH);
        out.putBytes(new byte[RESERVED_LENGTH]);
        out.putItem(ItemType.APPLICATION_CONTEXT, context);
    }

    private static void userInformation(ByteOutput out, UserInformation user) {
        int item = out.beginItem(ItemType.USER_INFORMATION);
        int maximum = out.beginItem(ItemType.MAXIMUM_LENGTH);
        out.putInt(user.maxPduLength());
        out.endItem(maximum);
        if (!user.implementationClassUid().isEmpty()) {
            out.putItem(ItemType.IMPLEMENTATION_CLASS_UID, user.implementationClassUid());
        }
        if (user.asyncOperationsWindow() != null) {
            int window = out.beginItem(ItemType.ASYNC_OPERATIONS_WINDOW);
            out.putShort(user.asyncOperationsWindow().maxInvoked());
            out.putShort(user.asyncOperationsWindow().maxPerformed());
            out.endItem(window);
        }
        roles(out, user.roles());
        if (!user.implementationVersionName().isEmpty()) {
            out.putItem(ItemType.IMPLEMENTATION_VERSION_NAME, user.implementationVersionName());
        }
        negotiations(out, user);
        out.endItem(item);
    }

    private static void roles(ByteOutput out, List<RoleSelection> roles) {
        for (RoleSelection role : roles) {
            int item = out.beginItem(ItemType.ROLE_SELECTION);
            out.putCounted(role.sopClassUid());
            out.putByte(role.scu() ? 1 : 0);
            out.putByte(role.scp() ? 1 : 0);
            out.endItem(item);
        }
    }

    private static void negotiations(ByteOutput out, UserInformation user) {
        for (ExtendedNegotiation extended : user.extended()) {
            int item = out.beginItem(ItemType.EXTENDED_NEGOTIATION);
            out.putCounted(extended.sopClassUid());
            out.putBytes(extended.information());
            out.endItem(item);
        }
        for (CommonExtendedNegotiation common : user.commonExtended()) {
            int item = out.beginItem(ItemType.COMMON_EXTENDED_NEGOTIATION);
            out.putCounted(common.sopClassUid());
            out.putCounted(common.serviceClassUid());
            ByteOutput related = new ByteOutput();
            common.relatedGeneralSopClasses().forEach(related::putCounted);
            out.putCounted(related.toBytes());
            out.endItem(item);
        }
        UserIdentity identity = user.userIdentity();
        if (identity != null) {
            int item = out.beginItem(ItemType.USER_IDENTITY);
            out.putByte(identity.type());
            out.putByte(identity.positiveResponseRequested() ? 1 : 0);
            out.putCounted(identity.primary());
            out.putCounted(identity.secondary());
            out.endItem(item);
        }
        byte[] response = user.userIdentityResponse();
        if (response != null) {
            int item = out.beginItem(ItemType.USER_IDENTITY_RESPONSE);
            out.putCounted(Arrays.copyOf(response, response.length));
            out.endItem(item);
        }
    }
}
