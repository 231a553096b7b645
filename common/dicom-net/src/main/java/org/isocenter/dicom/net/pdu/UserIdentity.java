/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.nio.charset.StandardCharsets;

/**
 * User identity negotiation of a requestor (PS3.7 D.3.3.7.1). Its text never shows what it bears.
 *
 * @param type one of the constants
 * @param positiveResponseRequested whether the requestor wants an answer
 * @param primary user name, Kerberos ticket, SAML assertion or JSON web token
 * @param secondary passcode of {@link #USERNAME_AND_PASSCODE}; empty otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they stand in the item, never changed
public record UserIdentity(int type, boolean positiveResponseRequested, byte[] primary, byte[] secondary) {
    public static final int USERNAME = 1;
    public static final int USERNAME_AND_PASSCODE = 2;
    public static final int KERBEROS = 3;
    public static final int SAML = 4;
    public static final int JSON_WEB_TOKEN = 5;

    /** The primary field as text. */
    public String primaryText() {
        return new String(primary, StandardCharsets.UTF_8);
    }

    /** The secondary field as text. */
    public String secondaryText() {
        return new String(secondary, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "UserIdentity[type=" + type + ']';
    }
}
