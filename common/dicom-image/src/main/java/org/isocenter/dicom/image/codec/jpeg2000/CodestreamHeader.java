/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import org.isocenter.dicom.image.codec.CodestreamException;

/**
 * What the headers of a codestream ask for, bounded by what its length has room for, so that no decoder spends more than
 * the image is worth: a packet takes a byte and a tile 14 (ISO/IEC 15444-1 A.4 and B.9).
 *
 * @param size of the image
 * @param colourTransform whether the samples are red, green and blue after decoding (Annex G)
 */
record CodestreamHeader(ImageSize size, boolean colourTransform) {

    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int COC = 0xFF53;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int LOWEST_SEGMENT = 0xFF50;
    /** The markers of ISO/IEC 15444-2, such as those of transforms between components. */
    private static final int FIRST_EXTENSION = 0xFF70;

    private static final int LAST_EXTENSION = 0xFF7F;
    private static final int TILE_BYTES = 14;
    private static final int COLOURS = 3;

    /**
     * Reads the main header and those of all tiles.
     *
     * @param content all bytes
     * @param codestream which of them, from SOC on; not moved
     * @throws CodestreamException if they are no headers, or ask for what no such image has
     */
    static CodestreamHeader read(byte[] content, Bytes codestream) throws CodestreamException {
        int length = codestream.remaining();
        Bytes headers = new Bytes(content, codestream.position(), codestream.position() + length);
        if (length < TILE_BYTES || headers.unsigned16() != SOC || headers.unsigned16() != SIZ) {
            throw new CodestreamException("no JPEG 2000 codestream");
        }
        ImageSize size = ImageSize.read(segment(headers));
        if (size.tiles() > length / TILE_BYTES) {
            throw new CodestreamException("a JPEG 2000 codestream of more tiles than it has room for");
        }
        CodingStyles styles = new CodingStyles(size.components());
        readStyles(headers, styles, SOT, false);
        if (!styles.complete()) {
            throw new CodestreamException("a JPEG 2000 codestream without a coding style");
        }
        WorkBound bound = new WorkBound(size, length);
        bound.addAllTiles(styles);
        readTiles(headers, styles, bound);
        return new CodestreamHeader(size, size.components() >= COLOURS && styles.colourTransform());
    }

    /** From behind the first SOT on; a length of 0 says that the tile-part is the last (ISO/IEC 15444-1 A.4.2). */
    private static void readTiles(Bytes headers, CodingStyles ofMainHeader, WorkBound bound)
            throws CodestreamException {
        boolean more = true;
        while (more) {
            long start = headers.position() - 2L;
            Bytes segment = segment(headers);
            int tile = segment.unsigned16();
            long partLength = segment.unsigned32();
            CodingStyles styles = ofMainHeader.copy();
            if (readStyles(headers, styles, SOD, true)) {
                bound.addTile(styles, tile);
            }
            if (partLength != 0 && partLength < headers.position() - start) {
                throw new CodestreamException("a JPEG 2000 codestream with a tile-part shorter than its header");
            }
            headers.moveTo(start + partLength);
            more = partLength != 0 && headers.remaining() > TILE_BYTES && headers.unsigned16() == SOT;
        }
    }

    /** Reads segments up to a marker; whether there was a coding style. */
    private static boolean readStyles(Bytes headers, CodingStyles styles, int end, boolean ofTile)
            throws CodestreamException {
        boolean any = false;
        for (int marker = headers.unsigned16(); marker != end; marker = headers.unsigned16()) {
            if (marker < LOWEST_SEGMENT || marker >= FIRST_EXTENSION && marker <= LAST_EXTENSION) {
                throw new CodestreamException("a JPEG 2000 codestream with an unexpected or unsupported marker");
            }
            Bytes segment = segment(headers);
            if (marker == COD) {
                styles.readCommon(segment, ofTile);
                any = true;
            } else if (marker == COC) {
                styles.readComponent(segment);
                any = true;
            }
        }
        return any;
    }

    private static Bytes segment(Bytes headers) throws CodestreamException {
        return headers.part(headers.unsigned16() - 2L);
    }
}
