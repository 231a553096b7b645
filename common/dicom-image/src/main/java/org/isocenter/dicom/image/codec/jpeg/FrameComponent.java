/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

/**
 * One component of a frame (T.81 B.2.2, A.1.1).
 *
 * @param index from 0
 * @param id as scans name it
 * @param horizontal sampling factor, 1 to 4
 * @param vertical sampling factor, 1 to 4
 * @param quantization its table, 0 to 3
 * @param columns its own samples from left to right
 * @param rows its own samples from top to bottom
 * @param paddedBlocksPerLine blocks of a line, up to whole MCUs
 * @param paddedBlockLines lines of blocks, up to whole MCUs
 */
record FrameComponent(
        int index,
        int id,
        int horizontal,
        int vertical,
        int quantization,
        int columns,
        int rows,
        int paddedBlocksPerLine,
        int paddedBlockLines) {

    /** Blocks of a line that hold samples. */
    int blocksPerLine() {
        return (columns + 7) / 8;
    }

    /** Lines of blocks that hold samples. */
    int blockLines() {
        return (rows + 7) / 8;
    }

    /** Samples from one line to the next in a padded plane. */
    int stride() {
        return paddedBlocksPerLine * 8;
    }

    /** Samples of a padded plane. */
    long planeLength() {
        return (long) stride() * paddedBlockLines * 8;
    }
}
