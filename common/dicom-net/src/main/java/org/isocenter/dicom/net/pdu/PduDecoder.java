/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads PDUs (PS3.8 9.3). Items that are not known are skipped, as PS3.8 wants. Safe for concurrent use. */
public final class PduDecoder {
    private static final int AE_TITLE_LENGTH = 16;
    private static final int RESERVED_LENGTH = 32;
    private static final int MAX_CONTEXTS = 128;

    private PduDecoder() {}

    /**
     * Reads a PDU from its variable field.
     *
     * @throws PduException if the type is none of {@link Pdu}'s, or the field is not as PS3.8 says
     */
    public static Pdu decode(int type, byte[] field) throws PduException {
        ByteInput in = new ByteInput(field);
        return switch (type) {
            case Pdu.ASSOCIATE_RQ -> request(in);
            case Pdu.ASSOCIATE_AC -> accept(in);
            case Pdu.ASSOCIATE_RJ -> {
                in.skip(1);
                yield new AssociateRj(in.getByte(), in.getByte(), in.getByte());
            }
            case Pdu.RELEASE_RQ -> new ReleaseRq();
            case Pdu.RELEASE_RP -> new ReleaseRp();
            case Pdu.ABORT -> {
                in.skip(2);
                yield new Abort(in.getByte(), in.getByte());
            }
            default -> throw new PduException(Abort.UNRECOGNIZED_PDU, "There is no PDU of type " + type);
        };
    }

    private static AssociateRq request(ByteInput in) throws PduException {
        int version = in.getShort();
        in.skip(2);
        String calledAet = in.getText(AE_TITLE_LENGTH);
        String callingAet = in.getText(AE_TITLE_LENGTH);
        in.skip(RESERVED_LENGTH);
        String applicationContext = "";
        List<ProposedContext> contexts = new ArrayList<>();
        UserInformationDecoder user = new UserInformationDecoder();
        while (in.hasMore()) {
            int type = in.getByte();
            ByteInput item = in.getItem();
            if (type == ItemType.APPLICATION_CONTEXT) {
                applicationContext = item.getRestAsText();
            } else if (type == ItemType.PROPOSED_CONTEXT) {
                contexts.add(proposedContext(item));
            } else if (type == ItemType.USER_INFORMATION) {
                user.read(item);
            }
        }
        checkIds(contexts.stream().map(ProposedContext::id).toList());
        return new AssociateRq(version, calledAet, callingAet, applicationContext, contexts, user.toUserInformation());
    }

    private static ProposedContext proposedContext(ByteInput in) throws PduException {
        int id = in.getByte();
        in.skip(3);
        String abstractSyntax = "";
        List<String> transferSyntaxes = new ArrayList<>();
        while (in.hasMore()) {
            int type = in.getByte();
            ByteInput item = in.getItem();
            if (type == ItemType.ABSTRACT_SYNTAX) {
                abstractSyntax = item.getRestAsText();
            } else if (type == ItemType.TRANSFER_SYNTAX) {
                transferSyntaxes.add(item.getRestAsText());
            }
        }
        return new ProposedContext(id, abstractSyntax, transferSyntaxes);
    }

    private static AssociateAc accept(ByteInput in) throws PduException {
        int version = in.getShort();
        in.skip(2);
        String calledAet = in.getText(AE_TITLE_LENGTH);
        String callingAet = in.getText(AE_TITLE_LENGTH);
        in.skip(RESERVED_LENGTH);
        String applicationContext = "";
        List<ContextResult> contexts = new ArrayList<>();
        UserInformationDecoder user = new UserInformationDecoder();
        while (in.hasMore()) {
            int type = in.getByte();
            ByteInput item = in.getItem();
            if (type == ItemType.APPLICATION_CONTEXT) {
                applicationContext = item.getRestAsText();
            } else if (type == ItemType.CONTEXT_RESULT) {
                contexts.add(contextResult(item));
            } else if (type == ItemType.USER_INFORMATION) {
                user.read(item);
            }
        }
        return new AssociateAc(version, calledAet, callingAet, applicationContext, contexts, user.toUserInformation());
    }

    private static ContextResult contextResult(ByteInput in) throws PduException {
        int id = in.getByte();
        in.skip(1);
        int result = in.getByte();
        in.skip(1);
        String transferSyntax = "";
        while (in.hasMore()) {
            int type = in.getByte();
            ByteInput item = in.getItem();
            if (type == ItemType.TRANSFER_SYNTAX) {
                transferSyntax = item.getRestAsText();
            }
        }
        return new ContextResult(id, result, transferSyntax);
    }

    private static void checkIds(List<Integer> ids) throws PduException {
        Set<Integer> seen = new HashSet<>();
        for (int id : ids) {
            if ((id & 1) == 0 || !seen.add(id)) {
                throw new PduException(Abort.INVALID_PDU_PARAMETER, "Presentation context ID " + id);
            }
        }
        if (ids.size() > MAX_CONTEXTS) {
            throw new PduException(Abort.INVALID_PDU_PARAMETER, "More than 128 presentation contexts");
        }
    }
}
