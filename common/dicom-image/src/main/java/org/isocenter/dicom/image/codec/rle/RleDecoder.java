/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.rle;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameDecoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * Decodes RLE Lossless (PS3.5 annex G): 8, 16, 32 or 64 bits allocated. Planes lie as is described, so that native pixel
 * data need no other Planar Configuration.
 */
public final class RleDecoder implements FrameDecoder {

    /** Bytes that two bytes of a segment can stand for at the most (PS3.5 G.3.1). */
    private static final int MAX_EXPANSION = 64;

    @Override
    public Frame decode(FrameFormat described, byte[] codestream) throws CodestreamException {
        if (described.bitsAllocated() % 8 != 0) {
            throw new CodestreamException("no RLE of " + described.bitsAllocated() + " bits allocated");
        }
        int bytesPerSample = described.bitsAllocated() / 8;
        RleHeader header = RleHeader.read(codestream, described.samplesPerPixel() * bytesPerSample);
        if (described.length() > (long) codestream.length * MAX_EXPANSION) {
            throw new CodestreamException("an RLE codestream too short for what is described");
        }
        byte[] samples = new byte[described.length()];
        int pixels = described.rows() * described.columns();
        for (int segment = 0; segment < header.segments(); segment++) {
            int sample = segment / bytesPerSample;
            // the most significant byte comes first (PS3.5 G.2)
            int significance = bytesPerSample - 1 - segment % bytesPerSample;
            int first = described.planar()
                    ? sample * pixels * bytesPerSample + significance
                    : sample * bytesPerSample + significance;
            int stride = described.planar() ? bytesPerSample : described.samplesPerPixel() * bytesPerSample;
            unpack(codestream, header.start(segment), header.end(segment), samples, first, stride, pixels);
        }
        return new Frame(described, samples);
    }

    private static void unpack(byte[] in, int start, int end, byte[] out, int first, int stride, int pixels)
            throws CodestreamException {
        int from = start;
        int to = first;
        int left = pixels;
        while (left > 0) {
            if (from >= end) {
                throw new CodestreamException("an RLE segment ends before its samples");
            }
            int control = in[from++];
            if (control >= 0) {
                int count = Math.min(control + 1, left);
                if (count > end - from) {
                    throw new CodestreamException("an RLE segment ends within a literal run");
                }
                if (stride == 1) {
                    System.arraycopy(in, from, out, to, count);
                    to += count;
                } else {
                    for (int i = from; i < from + count; i++, to += stride) {
                        out[to] = in[i];
                    }
                }
                from += control + 1;
                left -= count;
            } else if (control != -128) {
                if (from >= end) {
                    throw new CodestreamException("an RLE segment ends within a run");
                }
                int count = Math.min(1 - control, left);
                byte value = in[from++];
                for (int i = 0; i < count; i++, to += stride) {
                    out[to] = value;
                }
                left -= count;
            }
        }
    }
}
