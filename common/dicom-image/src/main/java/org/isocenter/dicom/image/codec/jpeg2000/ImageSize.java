/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import org.isocenter.dicom.image.codec.CodestreamException;

/**
 * The SIZ marker segment (ISO/IEC 15444-1 A.5.1), of which all components are alike and of full resolution.
 *
 * @param x0 left edge of the image on the reference grid
 * @param y0 its top edge
 * @param x1 behind its right edge
 * @param y1 behind its bottom edge
 * @param tileWidth of a tile
 * @param tileHeight of a tile
 * @param tileX0 left edge of the first tile
 * @param tileY0 its top edge
 * @param components planes
 * @param precision bits of a sample
 */
record ImageSize(
        long x0,
        long y0,
        long x1,
        long y1,
        long tileWidth,
        long tileHeight,
        long tileX0,
        long tileY0,
        int components,
        int precision) {

    private static final int MAX_COMPONENTS = 4;
    private static final int MAX_PRECISION = 16;
    private static final int SIGNED = 0x80;
    /** A separation of 1 across and of 1 down. */
    private static final int FULL_RESOLUTION = 0x0101;

    private static final long MAX_EXTENT = 65_535;
    private static final long MAX_SAMPLES = 1L << 28;
    private static final long MAX_COORDINATE = Integer.MAX_VALUE;

    /** From the segment behind its length. */
    static ImageSize read(Bytes segment) throws CodestreamException {
        segment.unsigned16();
        long x1 = segment.unsigned32();
        long y1 = segment.unsigned32();
        long x0 = segment.unsigned32();
        long y0 = segment.unsigned32();
        long tileWidth = segment.unsigned32();
        long tileHeight = segment.unsigned32();
        long tileX0 = segment.unsigned32();
        long tileY0 = segment.unsigned32();
        int components = segment.unsigned16();
        require(components > 0 && components <= MAX_COMPONENTS, "components");
        int sample = segment.unsigned8();
        for (int component = 0; component < components; component++) {
            require(component == 0 || segment.unsigned8() == sample, "components that are not alike");
            require(segment.unsigned16() == FULL_RESOLUTION, "subsampled components");
        }
        ImageSize size = new ImageSize(
                x0, y0, x1, y1, tileWidth, tileHeight, tileX0, tileY0, components, (sample & ~SIGNED) + 1);
        size.check();
        return size;
    }

    private void check() throws CodestreamException {
        require(precision <= MAX_PRECISION, "more than 16 bits a sample");
        require(x1 <= MAX_COORDINATE && y1 <= MAX_COORDINATE, "coordinates");
        require(width() > 0 && width() <= MAX_EXTENT && height() > 0 && height() <= MAX_EXTENT, "extent");
        require(width() * height() * components <= MAX_SAMPLES, "number of samples");
        require(tileWidth > 0 && tileHeight > 0 && tileX0 <= x0 && tileY0 <= y0, "tiles");
        require(tileX0 + tileWidth > x0 && tileY0 + tileHeight > y0, "tiles");
    }

    private static void require(boolean possible, String what) throws CodestreamException {
        if (!possible) {
            throw new CodestreamException("a JPEG 2000 codestream with impossible or unsupported " + what);
        }
    }

    long width() {
        return x1 - x0;
    }

    long height() {
        return y1 - y0;
    }

    long tilesAcross() {
        return ceilDiv(x1 - tileX0, tileWidth);
    }

    long tiles() {
        return tilesAcross() * ceilDiv(y1 - tileY0, tileHeight);
    }

    static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
