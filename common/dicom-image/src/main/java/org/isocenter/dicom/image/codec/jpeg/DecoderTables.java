/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.Marker;
import org.isocenter.dicom.image.codec.stream.SegmentReader;

/** What marker segments have defined up to now: tables, the restart interval, and what applications say of colour. */
final class DecoderTables {
    private static final int ADOBE_UNSAID = -1;

    private final int[][] quantization = new int[4][];
    private final HuffmanTable[] dc = new HuffmanTable[4];
    private final HuffmanTable[] ac = new HuffmanTable[4];
    private int restartInterval;
    private boolean jfif;
    private int adobeTransform = ADOBE_UNSAID;

    /** Reads a segment if it defines something; the reader has entered it. */
    void read(int marker, SegmentReader in) throws CodestreamException {
        switch (marker) {
            case Marker.DQT -> readQuantization(in);
            case Marker.DHT -> readHuffman(in);
            case Marker.DRI -> restartInterval = in.readShort();
            case Marker.APP0 -> jfif |= in.startsWith("JFIF\0");
            case Marker.APP14 -> readAdobe(in);
            default -> {
                // comments and what applications add
            }
        }
    }

    /** T.81 B.2.4.1. */
    private void readQuantization(SegmentReader in) throws CodestreamException {
        while (in.remaining() > 0) {
            int parameters = in.readByte();
            if (parameters >> 4 > 1 || (parameters & 15) > 3) {
                throw new CodestreamException("an impossible quantization table");
            }
            int[] table = new int[64];
            for (int i = 0; i < 64; i++) {
                table[i] = parameters >> 4 == 0 ? in.readByte() : in.readShort();
            }
            quantization[parameters & 15] = table;
        }
    }

    /** T.81 B.2.4.2. */
    private void readHuffman(SegmentReader in) throws CodestreamException {
        while (in.remaining() > 0) {
            int parameters = in.readByte();
            if (parameters >> 4 > 1 || (parameters & 15) > 3) {
                throw new CodestreamException("an impossible Huffman table");
            }
            int[] counts = new int[HuffmanTable.MAX_LENGTH + 1];
            int sum = 0;
            for (int length = 1; length <= HuffmanTable.MAX_LENGTH; length++) {
                counts[length] = in.readByte();
                sum += counts[length];
            }
            if (sum > 256) {
                throw new CodestreamException("a Huffman table with more codes than there are");
            }
            byte[] symbols = new byte[sum];
            for (int i = 0; i < sum; i++) {
                symbols[i] = (byte) in.readByte();
            }
            HuffmanTable[] tables = parameters >> 4 == 0 ? dc : ac;
            tables[parameters & 15] = new HuffmanTable(counts, symbols);
        }
    }

    private void readAdobe(SegmentReader in) throws CodestreamException {
        // version and two flags, of two bytes each, stand before the transform
        if (in.startsWith("Adobe") && in.remaining() >= 7) {
            in.readShort();
            in.readShort();
            in.readShort();
            adobeTransform = in.readByte();
        }
    }

    int[] quantization(int index) throws CodestreamException {
        if (quantization[index] == null) {
            throw new CodestreamException("a quantization table is missing");
        }
        return quantization[index];
    }

    /** A table of categories of DC coefficients, or of differences, up to a greatest. */
    HuffmanTable dc(int index, int greatest) throws CodestreamException {
        if (dc[index] == null || !dc[index].isOfMagnitudes(greatest)) {
            throw new CodestreamException("a Huffman table is missing or of another use");
        }
        return dc[index];
    }

    HuffmanTable ac(int index) throws CodestreamException {
        if (ac[index] == null) {
            throw new CodestreamException("a Huffman table is missing");
        }
        return ac[index];
    }

    /** MCUs between restart markers; 0 if there are none. */
    int restartInterval() {
        return restartInterval;
    }

    boolean isJfif() {
        return jfif;
    }

    /** Whether an Adobe segment tells of the colour transform. */
    boolean isAdobe() {
        return adobeTransform != ADOBE_UNSAID;
    }

    /** 0 for none, 1 for YCbCr, 2 for YCCK. */
    int adobeTransform() {
        return adobeTransform;
    }
}
