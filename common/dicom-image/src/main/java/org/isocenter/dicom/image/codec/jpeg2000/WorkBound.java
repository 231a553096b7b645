/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import org.isocenter.dicom.image.codec.CodestreamException;

/**
 * Counts packets and code-blocks, for which a decoder allocates, and refuses more than a codestream or an image has. One
 * thread at a time.
 */
final class WorkBound {

    private static final long MAX_BLOCKS = 1L << 22;

    private final ImageSize size;
    private final long length;
    private long packets;

    /** For a codestream of so many bytes. */
    WorkBound(ImageSize size, long length) {
        this.size = size;
        this.length = length;
    }

    /** Counts every tile in the same style. */
    void addAllTiles(CodingStyles styles) throws CodestreamException {
        for (int tile = 0; tile < size.tiles(); tile++) {
            addTile(styles, tile);
        }
    }

    /** Counts one tile. */
    void addTile(CodingStyles styles, int tile) throws CodestreamException {
        if (tile >= size.tiles()) {
            throw new CodestreamException("a JPEG 2000 codestream with a tile that its image has not");
        }
        long x0 = size.tileX0() + tile % size.tilesAcross() * size.tileWidth();
        long y0 = size.tileY0() + tile / size.tilesAcross() * size.tileHeight();
        packets += styles.packets(
                Math.max(x0, size.x0()),
                Math.max(y0, size.y0()),
                Math.min(x0 + size.tileWidth(), size.x1()),
                Math.min(y0 + size.tileHeight(), size.y1()));
        if (packets > length) {
            throw new CodestreamException("a JPEG 2000 codestream of more packets than it has room for");
        }
        long samples = size.width() * size.height() * size.components();
        if (samples >> styles.smallestBlockBits() > MAX_BLOCKS) {
            throw new CodestreamException("a JPEG 2000 codestream of too many code-blocks");
        }
    }
}
