/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

import java.util.Arrays;

/**
 * The cleanup pass over a code-block, in quads of two by two samples, two quads at a time (T.814 7.3). It is enough by itself for
 * samples that lose nothing. Used by one thread for one block after the other.
 */
final class BlockEncoder {

    /** The side of a code-block. */
    static final int SIDE = 64;

    private static final int QUADS = SIDE / 2;
    private static final int SAMPLES = 4;

    /** So many that bytes of seven bits do not pass them, for samples of up to 27 bits. */
    private static final int MAG_SGN_BYTES = SIDE * SIDE * 4;

    private static final int VLC_BYTES = 3072;
    private static final int MEL_BYTES = 2048;
    private static final int GREATEST_TAIL = 4079;

    private final MagSgnWriter magSgn = new MagSgnWriter(MAG_SGN_BYTES);
    private final VlcWriter vlc = new VlcWriter(VLC_BYTES);
    private final MelWriter mel = new MelWriter(MEL_BYTES);
    private final OffsetCodes offsets = new OffsetCodes(vlc, mel);

    /** Of the samples at the lower edge of the line of quads above and of this one. */
    private int[] exponentsAbove = new int[QUADS + 1];

    private int[] exponentsHere = new int[QUADS + 1];
    private int[] significanceAbove = new int[QUADS + 1];
    private int[] significanceHere = new int[QUADS + 1];

    /** Of the quad at hand: bit and place 0 upper left, 1 lower left, 2 upper right, 3 lower right. */
    private final int[] values = new int[SAMPLES];

    private final int[] exponents = new int[SAMPLES];
    private int pattern;

    /**
     * Encodes.
     *
     * @param samples in lines of {@link #SIDE}, not all of them 0; 0 beyond width and height
     * @return the bytes of the pass
     */
    byte[] encode(int[] samples, int width, int height) {
        magSgn.reset();
        vlc.reset();
        mel.reset();
        int quads = (width + 1) / 2;
        for (int y = 0; y < height; y += 2) {
            Arrays.fill(exponentsHere, 0);
            Arrays.fill(significanceHere, 0);
            line(samples, y, quads);
            int[] exponentsDone = exponentsHere;
            exponentsHere = exponentsAbove;
            exponentsAbove = exponentsDone;
            int[] significanceDone = significanceHere;
            significanceHere = significanceAbove;
            significanceAbove = significanceDone;
        }
        return finish();
    }

    private void line(int[] samples, int y, int quads) {
        boolean isFirst = y == 0;
        int west = 0;
        for (int quad = 0; quad < quads; quad += 2) {
            int firstOffset = quad(samples, y, quad, west);
            west = pattern;
            int secondOffset = 0;
            if (quad + 1 < quads) {
                secondOffset = quad(samples, y, quad + 1, west);
                west = pattern;
            }
            if (isFirst) {
                offsets.putFirstLine(firstOffset, secondOffset);
            } else {
                offsets.put(firstOffset, secondOffset);
            }
        }
    }

    /** Puts all of a quad but by how much its greatest exponent is above what was to be expected, which it returns. */
    private int quad(int[] samples, int y, int quad, int west) {
        load(samples, y * SIDE + 2 * quad);
        boolean isFirst = y == 0;
        int context = isFirst ? west >> 1 | west & 1 : contextBelow(quad, west);
        int expected = isFirst ? 1 : expectedBelow(quad);
        significanceHere[quad] |= pattern >> 1 & 1;
        significanceHere[quad + 1] = pattern >> 3;
        exponentsHere[quad] = Math.max(exponentsHere[quad], exponents[1]);
        exponentsHere[quad + 1] = exponents[3];
        int greatest = Math.max(Math.max(exponents[0], exponents[1]), Math.max(exponents[2], exponents[3]));
        int bound = Math.max(greatest, expected);
        int offset = bound - expected;
        if (context == 0) {
            mel.put(pattern != 0);
        }
        int code = (isFirst ? VlcTable.FIRST : VlcTable.OTHER).code(context, pattern, offset > 0 ? having(bound) : 0);
        if (context != 0 || pattern != 0) {
            vlc.put(VlcTable.codeword(code), VlcTable.length(code));
        }
        int known = VlcTable.known(code);
        for (int i = 0; i < SAMPLES; i++) {
            if ((pattern >> i & 1) != 0) {
                int bits = bound - (known >> i & 1);
                magSgn.put(values[i] & (1 << bits) - 1, bits);
            }
        }
        return offset;
    }

    private void load(int[] samples, int position) {
        pattern = 0;
        load(samples[position], 0);
        load(samples[position + SIDE], 1);
        load(samples[position + 1], 2);
        load(samples[position + SIDE + 1], 3);
    }

    private void load(int sample, int place) {
        if (sample == 0) {
            values[place] = 0;
            exponents[place] = 0;
            return;
        }
        int twice = 2 * Math.abs(sample) - 1;
        values[place] = twice - 1 | sample >>> 31;
        exponents[place] = Integer.SIZE - Integer.numberOfLeadingZeros(twice);
        pattern |= 1 << place;
    }

    /** The samples with the exponent. */
    private int having(int exponent) {
        int having = 0;
        for (int i = 0; i < SAMPLES; i++) {
            if (exponents[i] == exponent) {
                having |= 1 << i;
            }
        }
        return having;
    }

    private int contextBelow(int quad, int west) {
        return significanceAbove[quad] | significanceAbove[quad + 1] << 2 | (west & 4) >> 1 | (west & 8) >> 2;
    }

    private int expectedBelow(int quad) {
        boolean areSeveral = (pattern & pattern - 1) != 0;
        return areSeveral ? Math.max(1, Math.max(exponentsAbove[quad], exponentsAbove[quad + 1]) - 1) : 1;
    }

    private byte[] finish() {
        magSgn.finish();
        mel.finish();
        vlc.finish();
        int tail = mel.length() + vlc.length();
        if (tail > GREATEST_TAIL) {
            throw new IllegalStateException("a code-block with more codes than it has quads");
        }
        byte[] block = new byte[magSgn.length() + tail];
        magSgn.copyTo(block, 0);
        mel.copyTo(block, magSgn.length());
        vlc.copyBefore(block, block.length);
        block[block.length - 1] = (byte) (tail >> 4);
        block[block.length - 2] = (byte) (block[block.length - 2] & 0xF0 | tail & 0xF);
        return block;
    }
}
