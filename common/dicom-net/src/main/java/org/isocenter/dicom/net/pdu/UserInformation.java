/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.util.List;
import java.util.Optional;

/**
 * The user information item with its sub-items (PS3.8 D.1, PS3.7 D.3.3).
 *
 * @param maxPduLength longest variable field of a P-DATA-TF that its sender takes, in bytes; 0 is unlimited
 * @param implementationClassUid the implementation class UID; empty if absent
 * @param implementationVersionName the implementation version name; empty if absent
 * @param asyncOperationsWindow null when not negotiated
 * @param roles role selections
 * @param extended extended negotiations
 * @param commonExtended common extended negotiations; none in an answer
 * @param userIdentity null when absent; none in an answer
 * @param userIdentityResponse the server's response (PS3.7 D.3.3.7.2), null when absent; none in a request
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they stand in the item, never changed
public record UserInformation(
        long maxPduLength,
        String implementationClassUid,
        String implementationVersionName,
        AsyncOperationsWindow asyncOperationsWindow,
        List<RoleSelection> roles,
        List<ExtendedNegotiation> extended,
        List<CommonExtendedNegotiation> commonExtended,
        UserIdentity userIdentity,
        byte[] userIdentityResponse) {

    public UserInformation {
        roles = List.copyOf(roles);
        extended = List.copyOf(extended);
        commonExtended = List.copyOf(commonExtended);
    }

    /** The role selection of a SOP class. */
    public Optional<RoleSelection> role(String sopClassUid) {
        return roles.stream().filter(r -> r.sopClassUid().equals(sopClassUid)).findFirst();
    }

    /** The common extended negotiation of a SOP class. */
    public Optional<CommonExtendedNegotiation> commonExtended(String sopClassUid) {
        return commonExtended.stream()
                .filter(c -> c.sopClassUid().equals(sopClassUid))
                .findFirst();
    }
}
