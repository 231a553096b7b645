/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.Tag;
import org.isocenter.testkit.SyntheticStudy;

/** Makes the pixels of a shape: few different frames, so that they are made once and cost no memory. */
final class PixelBlocks {

    private static final int DIFFERENT_FRAMES = 8;
    private static final long LONGEST_NATIVE = 0xFFFFFFFDL;

    private PixelBlocks() {}

    /** Blocks of which instance after instance takes the next; one when an instance has many frames. */
    static List<PixelBlock> of(StudyShape shape, long seed) {
        if (shape.kind() == ImageKind.WSI) {
            return List.of(JpegTiles.block(shape, seed));
        }
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < Math.min(DIFFERENT_FRAMES, Math.max(shape.frames(), shape.instances())); i++) {
            frames.add(SyntheticStudy.of(shape.kind().synthetic(), seed + i)
                    .withSize(shape.rows(), shape.columns())
                    .withSlices(1)
                    .instance(0, i)
                    .getBytes(Tag.PixelData));
        }
        int bytesPerSample = shape.kind() == ImageKind.US_MULTIFRAME ? 1 : 2;
        if (shape.frames() == 1) {
            return frames.stream()
                    .map(frame -> PixelBlock.ofNative(List.of(frame), bytesPerSample))
                    .toList();
        }
        if ((long) shape.frames() * frames.get(0).length > LONGEST_NATIVE) {
            throw new IllegalArgumentException("study " + shape.name()
                    + ": an instance that is not compressed has less than 4 GiB of pixels; choose fewer frames");
        }
        List<byte[]> all = new ArrayList<>(shape.frames());
        for (int i = 0; i < shape.frames(); i++) {
            all.add(frames.get(i % frames.size()));
        }
        return List.of(PixelBlock.ofNative(all, bytesPerSample));
    }
}
