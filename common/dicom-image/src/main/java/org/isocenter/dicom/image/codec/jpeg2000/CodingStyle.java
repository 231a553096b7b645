/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import org.isocenter.dicom.image.codec.CodestreamException;

/**
 * How one component is coded (ISO/IEC 15444-1 A.6.1 and A.6.2).
 *
 * @param levels of decomposition
 * @param blockBits log2 of the samples of a code-block
 * @param precincts a byte for each resolution, the width's exponent in the lower half; empty if there is one precinct
 */
record CodingStyle(int levels, int blockBits, byte[] precincts) {

    private static final int MAX_LEVELS = 32;
    private static final int MAX_BLOCK_EXPONENT = 8;
    private static final int SMALLEST_BLOCK_BITS = 4;
    private static final int MAX_BLOCK_BITS = 12;
    private static final int WHOLE = 15;

    /** From the part of a segment that COD and COC have in common. */
    static CodingStyle read(Bytes segment, boolean withPrecincts) throws CodestreamException {
        int levels = segment.unsigned8();
        int width = segment.unsigned8();
        int height = segment.unsigned8();
        int bits = width + height + SMALLEST_BLOCK_BITS;
        if (levels > MAX_LEVELS || width > MAX_BLOCK_EXPONENT || height > MAX_BLOCK_EXPONENT || bits > MAX_BLOCK_BITS) {
            throw new CodestreamException("a JPEG 2000 codestream with an impossible coding style");
        }
        segment.unsigned16();
        byte[] precincts = new byte[withPrecincts ? levels + 1 : 0];
        for (int resolution = 0; resolution < precincts.length; resolution++) {
            precincts[resolution] = (byte) segment.unsigned8();
        }
        return new CodingStyle(levels, bits, precincts);
    }

    /** How many precincts an area of the image has, in all resolutions (ISO/IEC 15444-1 B.6). */
    long precinctsOf(long x0, long y0, long x1, long y1) {
        long count = 0;
        for (int resolution = 0; resolution <= levels; resolution++) {
            int exponents = precincts.length == 0 ? WHOLE << 4 | WHOLE : precincts[resolution] & 0xFF;
            int reduction = levels - resolution;
            count += along(x0, x1, reduction, exponents & WHOLE) * along(y0, y1, reduction, exponents >> 4);
        }
        return count;
    }

    private static long along(long from, long to, int reduction, int exponent) {
        long first = ImageSize.ceilDiv(from, 1L << reduction);
        long last = ImageSize.ceilDiv(to, 1L << reduction);
        return last <= first ? 0 : ImageSize.ceilDiv(last, 1L << exponent) - (first >> exponent);
    }
}
