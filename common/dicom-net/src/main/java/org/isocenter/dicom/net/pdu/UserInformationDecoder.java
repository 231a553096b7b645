/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.util.ArrayList;
import java.util.List;

/** Collects the sub-items of user information (PS3.7 D.3.3). */
final class UserInformationDecoder {
    private final List<RoleSelection> roles = new ArrayList<>();
    private final List<ExtendedNegotiation> extended = new ArrayList<>();
    private final List<CommonExtendedNegotiation> commonExtended = new ArrayList<>();
    private long maxPduLength;
    private String implementationClassUid = "";
    private String implementationVersionName = "";
    private AsyncOperationsWindow asyncOperationsWindow;
    private UserIdentity userIdentity;
    private byte[] userIdentityResponse;

    void read(ByteInput in) throws PduException {
        while (in.hasMore()) {
            int type = in.getByte();
            ByteInput item = in.getItem();
            switch (type) {
                case ItemType.MAXIMUM_LENGTH -> maxPduLength = item.getInt();
                case ItemType.IMPLEMENTATION_CLASS_UID -> implementationClassUid = item.getRestAsText();
                case ItemType.IMPLEMENTATION_VERSION_NAME -> implementationVersionName = item.getRestAsText();
                case ItemType.ASYNC_OPERATIONS_WINDOW ->
                    asyncOperationsWindow = new AsyncOperationsWindow(item.getShort(), item.getShort());
                case ItemType.ROLE_SELECTION ->
                    roles.add(new RoleSelection(item.getCountedText(), item.getByte() != 0, item.getByte() != 0));
                case ItemType.EXTENDED_NEGOTIATION ->
                    extended.add(new ExtendedNegotiation(item.getCountedText(), item.getBytes(item.remaining())));
                case ItemType.COMMON_EXTENDED_NEGOTIATION -> commonExtended.add(commonExtended(item));
                case ItemType.USER_IDENTITY ->
                    userIdentity =
                            new UserIdentity(item.getByte(), item.getByte() != 0, item.getCounted(), item.getCounted());
                case ItemType.USER_IDENTITY_RESPONSE -> userIdentityResponse = item.getCounted();
                default -> {
                    // PS3.8 9.3.1: unrecognized items are ignored
                }
            }
        }
    }

    private static CommonExtendedNegotiation commonExtended(ByteInput item) throws PduException {
        String sopClassUid = item.getCountedText();
        String serviceClassUid = item.getCountedText();
        ByteInput section = item.getSection(item.getShort());
        List<String> related = new ArrayList<>();
        while (section.hasMore()) {
            related.add(section.getCountedText());
        }
        return new CommonExtendedNegotiation(sopClassUid, serviceClassUid, related);
    }

    UserInformation toUserInformation() {
        return new UserInformation(
                maxPduLength,
                implementationClassUid,
                implementationVersionName,
                asyncOperationsWindow,
                roles,
                extended,
                commonExtended,
                userIdentity,
                userIdentityResponse);
    }
}
