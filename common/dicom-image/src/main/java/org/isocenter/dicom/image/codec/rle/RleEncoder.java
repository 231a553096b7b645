/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.rle;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameEncoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/** Encodes RLE Lossless (PS3.5 annex G): 8, 16, 32 or 64 bits allocated, 15 segments at the most. No run crosses a row. */
public final class RleEncoder implements FrameEncoder {

    @Override
    public byte[] encode(Frame frame) throws CodestreamException {
        FrameFormat format = frame.format();
        int bytesPerSample = format.bitsAllocated() / 8;
        int segments = format.samplesPerPixel() * bytesPerSample;
        if (!canEncode(format)) {
            throw new CodestreamException("no RLE of " + format.bitsAllocated() + " bits allocated and "
                    + format.samplesPerPixel() + " samples per pixel");
        }
        PackBits packed = new PackBits(format.length() / 2 + 1024, RleHeader.LENGTH);
        packed.putInt(0, segments);
        byte[] line = new byte[format.columns()];
        int stride = format.planar() ? bytesPerSample : segments;
        int rowLength = format.columns() * stride;
        int planeLength = format.rows() * format.columns() * bytesPerSample;
        for (int segment = 0; segment < segments; segment++) {
            packed.putInt(4 + 4 * segment, packed.length());
            int sample = segment / bytesPerSample;
            int significance = bytesPerSample - 1 - segment % bytesPerSample;
            int from = sample * (format.planar() ? planeLength : bytesPerSample) + significance;
            for (int row = 0; row < format.rows(); row++, from += rowLength) {
                gather(frame.samples(), from, stride, line);
                packed.putRow(line);
            }
            packed.pad();
        }
        return packed.toBytes();
    }

    private static void gather(byte[] samples, int from, int stride, byte[] line) {
        int at = from;
        for (int i = 0; i < line.length; i++, at += stride) {
            line[i] = samples[at];
        }
    }

    @Override
    public String photometricInterpretation(String ofFrame) {
        return ofFrame;
    }

    @Override
    public boolean canEncode(FrameFormat format) {
        return format.bitsAllocated() % 8 == 0
                && format.samplesPerPixel() * (format.bitsAllocated() / 8) <= RleHeader.MAX_SEGMENTS;
    }

    @Override
    public boolean isLossless() {
        return true;
    }
}
