/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.nio.charset.StandardCharsets;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.Marker;
import org.isocenter.dicom.image.codec.stream.SegmentWriter;

/** Writes the marker segments of a codestream (T.81 B.2). */
final class JpegHeaders {
    private JpegHeaders() {}

    /** What says that three components are YCbCr. */
    static void jfif(SegmentWriter out) throws CodestreamException {
        out.segment(Marker.APP0, 14);
        text(out, "JFIF\0");
        out.putShort(0x0101);
        out.putByte(0);
        out.putShort(1);
        out.putShort(1);
        out.putShort(0);
    }

    /** What says that three components are not transformed. */
    static void adobeRgb(SegmentWriter out) throws CodestreamException {
        out.segment(Marker.APP14, 12);
        text(out, "Adobe");
        out.putShort(100);
        out.putShort(0);
        out.putShort(0);
        out.putByte(0);
    }

    private static void text(SegmentWriter out, String text) throws CodestreamException {
        for (byte letter : text.getBytes(StandardCharsets.US_ASCII)) {
            out.putByte(letter);
        }
    }

    static void quantization(SegmentWriter out, int index, Quantization table) throws CodestreamException {
        out.segment(Marker.DQT, 65);
        out.putByte(index);
        for (int place : ZigZag.NATURAL) {
            out.putByte(table.at(place));
        }
    }

    /**
     * A table of codes.
     *
     * @param index 0 to 3 for DC, with 16 more for AC
     */
    static void huffman(SegmentWriter out, int index, HuffmanCodes codes) throws CodestreamException {
        out.segment(Marker.DHT, 17 + codes.symbols().length);
        out.putByte(index);
        for (int length = 1; length <= 16; length++) {
            out.putByte(codes.counts()[length]);
        }
        for (byte symbol : codes.symbols()) {
            out.putByte(symbol);
        }
    }

    /**
     * A frame of one or three components; the first may have twice the columns of the others.
     *
     * @param tables the quantization table of each component
     */
    static void frame(
            SegmentWriter out, int marker, int precision, int rows, int columns, int firstFactors, int... tables)
            throws CodestreamException {
        out.segment(marker, 6 + 3 * tables.length);
        out.putByte(precision);
        out.putShort(rows);
        out.putShort(columns);
        out.putByte(tables.length);
        for (int i = 0; i < tables.length; i++) {
            out.putByte(i + 1);
            out.putByte(i == 0 ? firstFactors : 0x11);
            out.putByte(tables[i]);
        }
    }

    /**
     * A scan of all components.
     *
     * @param tables the DC and AC tables of each, in four bits each
     */
    static void scan(SegmentWriter out, int start, int end, int... tables) throws CodestreamException {
        out.segment(Marker.SOS, 4 + 2 * tables.length);
        out.putByte(tables.length);
        for (int i = 0; i < tables.length; i++) {
            out.putByte(i + 1);
            out.putByte(tables[i]);
        }
        out.putByte(start);
        out.putByte(end);
        out.putByte(0);
    }
}
