/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

import java.nio.charset.Charset;

/** Shift-JIS is no repertoire of DICOM but is met where ISO_IR 13, a part of it, is declared. */
final class ShiftJis {

    static final Charset CHARSET = Charset.forName("windows-31j");

    private ShiftJis() {}

    /** Whether bytes stand there that JIS X 0201 does not have but that lead a Shift-JIS pair. */
    static boolean isLikely(byte[] bytes) {
        int i = 0;
        boolean pairs = false;
        while (i < bytes.length) {
            int b = bytes[i] & 0xFF;
            if ((b >= 0x81 && b <= 0x9F) || (b >= 0xE0 && b <= 0xFC)) {
                if (i + 1 == bytes.length || (bytes[i + 1] & 0xFF) < 0x40) {
                    return false;
                }
                pairs = true;
                i++;
            }
            i++;
        }
        return pairs;
    }
}
