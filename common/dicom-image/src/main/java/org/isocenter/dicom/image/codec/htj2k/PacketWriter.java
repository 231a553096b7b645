/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.SegmentWriter;

/** Packets (T.800 B.9 and B.10), one for each resolution of each component, since there is one layer and one precinct. Used by one thread. */
final class PacketWriter {

    private static final int LENGTH_BITS = 3;

    private final SegmentWriter out;
    private final BlockEncoder encoder = new BlockEncoder();
    private final int[] block = new int[BlockEncoder.SIDE * BlockEncoder.SIDE];

    PacketWriter(SegmentWriter out) {
        this.out = out;
    }

    /** Encodes a resolution. */
    void write(Plane plane, List<Subband> subbands, QuantizationBits quantization) throws CodestreamException {
        PacketBits header = new PacketBits();
        header.put(1, 1);
        List<byte[]> body = new ArrayList<>();
        for (Subband each : subbands) {
            if (each.width() > 0 && each.height() > 0) {
                List<byte[]> blocks = blocks(plane, each);
                // all planes of bits but the lowest are left out, which is that of the cleanup pass
                describe(each, blocks, quantization.magnitudeBits(each.gain()) - 1, header);
                body.addAll(blocks);
            }
        }
        header.writeTo(out);
        for (byte[] each : body) {
            out.putBytes(each);
        }
    }

    /** Code-blocks row by row; one without anything in it is of length 0. */
    private List<byte[]> blocks(Plane plane, Subband subband) {
        List<byte[]> blocks = new ArrayList<>();
        for (int row = 0; row < subband.blockRows(); row++) {
            for (int column = 0; column < subband.blockColumns(); column++) {
                int width = Math.min(BlockEncoder.SIDE, subband.width() - column * BlockEncoder.SIDE);
                int height = Math.min(BlockEncoder.SIDE, subband.height() - row * BlockEncoder.SIDE);
                boolean isSignificant = subband.copyBlock(plane, column, row, block);
                blocks.add(isSignificant ? encoder.encode(block, width, height) : new byte[0]);
            }
        }
        return blocks;
    }

    private static void describe(Subband subband, List<byte[]> blocks, int missingPlanes, PacketBits header) {
        int columns = subband.blockColumns();
        int[] layers = new int[blocks.size()];
        int[] planes = new int[blocks.size()];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = blocks.get(i).length == 0 ? 1 : 0;
            planes[i] = missingPlanes;
        }
        TagTree inclusion = new TagTree(columns, subband.blockRows(), layers);
        TagTree missing = new TagTree(columns, subband.blockRows(), planes);
        for (int i = 0; i < layers.length; i++) {
            inclusion.put(i % columns, i / columns, 1, header);
            if (layers[i] == 0) {
                missing.put(i % columns, i / columns, missingPlanes + 1, header);
                describe(blocks.get(i).length, header);
            }
        }
    }

    /** One pass, and its length (T.800 B.10.6, B.10.7). */
    private static void describe(int length, PacketBits header) {
        header.put(0, 1);
        int bits = Math.max(LENGTH_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(length));
        for (int i = LENGTH_BITS; i < bits; i++) {
            header.put(1, 1);
        }
        header.put(0, 1);
        header.put(length, bits);
    }
}
