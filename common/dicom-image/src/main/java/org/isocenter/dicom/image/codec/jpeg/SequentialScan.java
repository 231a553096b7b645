/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.util.Arrays;
import java.util.List;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.jpeg.ScanHeader.ScanComponent;

/** Decodes the blocks of a sequential scan (T.81 F.2) and transforms each at once into samples of its plane. */
final class SequentialScan implements ScanWalk.BlockDecoder {
    private static final int[] NATURAL = ZigZag.NATURAL;
    private static final int MAX_CATEGORY = 15;
    private static final int ZERO_RUN = 0xF0;

    private final EntropyBits bits;
    private final InverseDct dct;
    private final HuffmanTable[] dc;
    private final HuffmanTable[] ac;
    private final int[][] quantization;
    private final short[][] planes;
    private final int[] strides;
    private final int[] predictions;
    private final int[] block = new int[64];

    SequentialScan(ScanHeader scan, DecoderTables tables, EntropyBits bits, InverseDct dct, short[][] planes)
            throws CodestreamException {
        this.bits = bits;
        this.dct = dct;
        List<ScanComponent> components = scan.components();
        int count = components.size();
        dc = new HuffmanTable[count];
        ac = new HuffmanTable[count];
        quantization = new int[count][];
        this.planes = new short[count][];
        strides = new int[count];
        predictions = new int[count];
        for (int i = 0; i < count; i++) {
            ScanComponent scanned = components.get(i);
            dc[i] = tables.dc(scanned.dcTable(), MAX_CATEGORY);
            ac[i] = tables.ac(scanned.acTable());
            quantization[i] = tables.quantization(scanned.component().quantization());
            this.planes[i] = planes[scanned.component().index()];
            strides[i] = scanned.component().stride();
        }
    }

    @Override
    public void reset() {
        Arrays.fill(predictions, 0);
    }

    @Override
    public void decode(int scanned, int blockLine, int blockInLine) throws CodestreamException {
        int[] quantizers = quantization[scanned];
        int category = bits.symbol(dc[scanned]);
        if (category > 0) {
            predictions[scanned] += extend(bits.take(category), category);
        }
        int[] coefficients = block;
        coefficients[0] = predictions[scanned] * quantizers[0];
        int stride = strides[scanned];
        int at = blockLine * 8 * stride + blockInLine * 8;
        if (decodeAc(ac[scanned], quantizers, coefficients)) {
            dct.transform(coefficients, planes[scanned], at, stride);
            Arrays.fill(coefficients, 0);
        } else {
            dct.flat(coefficients[0], planes[scanned], at, stride);
        }
    }

    /** T.81 F.2.2.2; whether any coefficient is there. */
    private boolean decodeAc(HuffmanTable table, int[] quantizers, int[] coefficients) throws CodestreamException {
        int[] lookup = table.lookup;
        byte[] bytes = bits.bytes;
        long position = bits.position;
        boolean any = false;
        int k = 1;
        while (k < 64) {
            long look = EntropyBits.peek(bytes, position);
            int entry = lookup[(int) (look >>> Long.SIZE - HuffmanTable.LOOK_AHEAD)];
            if (entry == 0) {
                entry = table.longCode(look);
            }
            int length = entry >>> 8;
            int category = entry & 15;
            if (category == 0) {
                position += length;
                if ((entry & 0xFF) != ZERO_RUN) {
                    break;
                }
                k += 16;
                continue;
            }
            k += entry >>> 4 & 15;
            if (k > 63) {
                throw new CodestreamException("a run of coefficients leaves its block");
            }
            long magnitude = look << length;
            int value = (int) (magnitude >>> Long.SIZE - category);
            // T.81 table F.2: a leading 0 is a negative value
            value += (int) (~magnitude >> 63) & 1 - (1 << category);
            position += length + category;
            coefficients[NATURAL[k]] = value * quantizers[k];
            any = true;
            k++;
        }
        bits.position = position;
        return any;
    }

    /** T.81 F.2.2.1. */
    static int extend(int value, int category) {
        return value < 1 << category - 1 ? value - (1 << category) + 1 : value;
    }
}
