/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.isocenter.dicom.image.codec.Codecs;
import org.isocenter.dicom.image.codec.FrameDecoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * Five bytes of what a data set says of a frame, rows, columns, samples, bits and what they mean, then its codestream.
 *
 * @param described small, so that what is allocated in proportion to it is little
 */
record Codestream(FrameFormat described, byte[] content) {

    private static final int HEADER = 5;
    private static final int SAMPLES = 4;
    private static final int BITS = 16;
    private static final int SIGNED = 1;
    private static final int PLANAR = 2;
    private static final int WIDE_CELLS = 4;
    private static final int MEANING_SHIFT = 3;
    private static final List<String> MEANINGS = List.of(
            "MONOCHROME2", "RGB", "YBR_FULL", "YBR_FULL_422", "PALETTE COLOR", "YBR_RCT", "YBR_ICT", "MONOCHROME1");

    static byte[] of(FrameFormat format, byte[] content) {
        int flags = (format.signed() ? SIGNED : 0)
                | (format.planar() ? PLANAR : 0)
                | (format.bitsAllocated() > Byte.SIZE ? WIDE_CELLS : 0)
                | Math.max(0, MEANINGS.indexOf(format.photometricInterpretation())) << MEANING_SHIFT;
        byte[] all = new byte[HEADER + content.length];
        all[0] = (byte) (format.rows() - 1);
        all[1] = (byte) (format.columns() - 1);
        all[2] = (byte) (format.samplesPerPixel() - 1);
        all[3] = (byte) (format.bitsStored() - 1);
        all[4] = (byte) flags;
        System.arraycopy(content, 0, all, HEADER, content.length);
        return all;
    }

    private static Codestream parse(byte[] input) {
        int samples = 1 + (input[2] & 0xFF) % SAMPLES;
        int bits = 1 + (input[3] & 0xFF) % BITS;
        int flags = input[4] & 0xFF;
        FrameFormat format = new FrameFormat(
                1 + (input[0] & 0xFF),
                1 + (input[1] & 0xFF),
                samples,
                bits > Byte.SIZE || (flags & WIDE_CELLS) != 0 ? Short.SIZE : Byte.SIZE,
                bits,
                bits - 1,
                (flags & SIGNED) != 0,
                samples > 1 && (flags & PLANAR) != 0,
                MEANINGS.get((flags >> MEANING_SHIFT) % MEANINGS.size()));
        return new Codestream(format, Arrays.copyOfRange(input, HEADER, input.length));
    }

    /**
     * Decodes. What can be encoded without loss is the same when it is decoded again.
     *
     * @param again the transfer syntax in which it is encoded
     */
    static void decode(byte[] input, String transferSyntaxUid, String again) {
        if (input.length <= HEADER) {
            return;
        }
        FrameDecoder decoder = Codecs.decoder(transferSyntaxUid).orElseThrow();
        Check.run(input, () -> {
            Codestream codestream = parse(input);
            byte[] before = codestream.content().clone();
            Frame frame = decoder.decode(codestream.described(), codestream.content());
            Check.require(Arrays.equals(before, codestream.content()), "a decoder changed its input");
            encode(frame, again);
        });
    }

    private static void encode(Frame frame, String transferSyntaxUid) throws IOException {
        byte[] encoded = Codecs.encoder(transferSyntaxUid).orElseThrow().encode(frame);
        Frame again =
                Check.own(() -> Codecs.decoder(transferSyntaxUid).orElseThrow().decode(frame.format(), encoded));
        Check.require(
                !again.format().equals(frame.format()) || Arrays.equals(again.samples(), frame.samples()),
                "a frame differs after it was encoded");
    }
}
