/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.reject;

import java.util.Optional;
import java.util.Set;

import org.isocenter.archive.model.RejectionReason;

/** Codes in addresses: a code value, then a circumflex and its coding scheme, which may be left out. */
final class RejectCode {

    /** The second one is the code that dcm4chee-arc comes configured with. */
    private static final Set<String> REVOCATIONS = Set.of("revoke", "REVOKE_REJECTION^99DCM4CHEE");

    private RejectCode() {}

    /** Whether it ends rejections. */
    static boolean isRevocation(String code) {
        return REVOCATIONS.contains(code);
    }

    /** The reason to reject for, if it is one. */
    static Optional<RejectionReason> reason(String code) {
        String scheme = "^" + RejectionReason.CODING_SCHEME;
        return RejectionReason.of(code.endsWith(scheme) ? code.substring(0, code.length() - scheme.length()) : code);
    }
}
