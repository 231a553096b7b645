/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

/**
 * The answer to a proposed presentation context (PS3.8 9.3.3.2).
 *
 * @param id the proposed context's
 * @param result one of the constants
 * @param transferSyntax the accepted transfer syntax; without significance when not accepted
 */
public record ContextResult(int id, int result, String transferSyntax) {
    public static final int ACCEPTANCE = 0;
    public static final int USER_REJECTION = 1;
    public static final int NO_REASON = 2;
    public static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
    public static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;

    public boolean isAccepted() {
        return result == ACCEPTANCE;
    }
}
