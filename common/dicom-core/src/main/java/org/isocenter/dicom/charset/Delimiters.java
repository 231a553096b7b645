/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

import org.isocenter.dicom.data.VR;

/**
 * The characters at which the code elements return to their initial state (PS3.5 6.1.2.5.3): the control characters
 * TAB, LF, FF and CR in every value, the backslash where a VR may have several values, and also {@code ^} and
 * {@code =} in person names.
 */
enum Delimiters {
    /** LT, ST, UT: one value, the backslash is text. */
    TEXT,
    /** SH, LO, UC and others of several values. */
    VALUES,
    /** PN. */
    PERSON_NAME;

    static Delimiters of(VR vr) {
        if (vr == VR.PN) {
            return PERSON_NAME;
        }
        return vr == VR.LT || vr == VR.ST || vr == VR.UT || vr == VR.UR ? TEXT : VALUES;
    }

    boolean contains(int character) {
        if (character < 0x20) {
            return isControl(character);
        }
        if (this == TEXT) {
            return false;
        }
        return character == '\\' || (this == PERSON_NAME && (character == '^' || character == '='));
    }

    static boolean isControl(int character) {
        return character == '\t' || character == '\n' || character == '\f' || character == '\r';
    }
}
