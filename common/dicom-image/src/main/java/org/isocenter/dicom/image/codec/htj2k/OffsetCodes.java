/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

/** By how much exponents are above what was to be expected, of two quads at a time (T.814 7.3). Used by one thread. */
final class OffsetCodes {

    /** Above it comes an extension, which no sample of 16 bits needs. */
    private static final int GREATEST = 32;

    private static final int SHORT_SUFFIX = 3;
    private static final int LONG_SUFFIX = 5;

    private final VlcWriter vlc;
    private final MelWriter mel;

    OffsetCodes(VlcWriter vlc, MelWriter mel) {
        this.vlc = vlc;
        this.mel = mel;
    }

    /** Puts those of two quads of the first line, of which little is known. */
    void putFirstLine(int first, int second) {
        boolean areBothThere = first > 0 && second > 0;
        boolean areBothGreat = first > 2 && second > 2;
        if (areBothThere) {
            mel.put(areBothGreat);
        }
        if (areBothGreat) {
            put(first - 2, second - 2);
        } else if (areBothThere && first > 2) {
            prefix(first);
            vlc.put(second - 1, 1);
            suffix(first);
        } else {
            put(first, second);
        }
    }

    /** Puts those of two quads, 0 for one that has none. */
    void put(int first, int second) {
        prefix(first);
        prefix(second);
        suffix(first);
        suffix(second);
    }

    private void prefix(int offset) {
        if (offset > GREATEST) {
            throw new IllegalStateException("an exponent above those of 16 bits");
        }
        switch (offset) {
            case 0 -> {
                // its code says already that there is none
            }
            case 1 -> vlc.put(1, 1);
            case 2 -> vlc.put(2, 2);
            case 3, 4 -> vlc.put(4, 3);
            default -> vlc.put(0, 3);
        }
    }

    private void suffix(int offset) {
        if (offset >= LONG_SUFFIX) {
            vlc.put(offset - LONG_SUFFIX, 5);
        } else if (offset >= SHORT_SUFFIX) {
            vlc.put(offset - SHORT_SUFFIX, 1);
        }
    }
}
