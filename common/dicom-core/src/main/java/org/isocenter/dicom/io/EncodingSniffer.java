/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;

import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;

/** Tells from the first element how a data set is really encoded, whatever its meta information says. */
final class EncodingSniffer {
    private static final int HEADER = 8;
    private static final int MAX_FIRST_GROUP = 0x0100;

    private EncodingSniffer() {}

    /** Whether the data set bears VRs; as declared if its first element leaves a doubt. */
    static boolean isExplicit(ElementInput in, boolean declared) throws IOException {
        if (in.peek(HEADER) < HEADER) {
            return declared;
        }
        VR vr = VR.of(in.byteAt(4), in.byteAt(5));
        if (declared) {
            // implicit if there is no VR and the four bytes make a length that a first element may have
            return vr != null || in.intAt(4) < 0 || in.intAt(4) > 0xFFFF || isUpperCase(in);
        }
        return vr != null && (vr == Dictionary.vrOf(in.tagAt(0)) || Dictionary.vrOf(in.tagAt(0)) == VR.UN);
    }

    private static boolean isUpperCase(ElementInput in) {
        return in.byteAt(4) >= 'A' && in.byteAt(4) <= 'Z' && in.byteAt(5) >= 'A' && in.byteAt(5) <= 'Z';
    }

    /** What a data set without meta information looks like, or null if it is none. */
    static TransferSyntax guess(byte[] first, int length) {
        if (length < HEADER) {
            return null;
        }
        int littleGroup = first[0] & 0xFF | (first[1] & 0xFF) << 8;
        int bigGroup = (first[0] & 0xFF) << 8 | first[1] & 0xFF;
        boolean hasVr = VR.of(first[4], first[5]) != null;
        if (hasVr && littleGroup > MAX_FIRST_GROUP && bigGroup > 0 && bigGroup <= MAX_FIRST_GROUP) {
            return TransferSyntax.EXPLICIT_BIG_ENDIAN;
        }
        if (littleGroup == 0 || littleGroup > MAX_FIRST_GROUP) {
            return null;
        }
        if (hasVr) {
            return TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        }
        int tag = littleGroup << 16 | first[2] & 0xFF | (first[3] & 0xFF) << 8;
        boolean shortValue = first[6] == 0 && first[7] == 0 || first[4] == -1 && first[7] == -1;
        boolean knownTag = Dictionary.vrOf(tag) != VR.UN;
        return shortValue && knownTag ? TransferSyntax.IMPLICIT_LITTLE_ENDIAN : null;
    }
}
