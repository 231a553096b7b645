/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.util.List;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameAssembly;
import org.isocenter.dicom.image.codec.jpeg.ScanHeader.ScanComponent;

/** Decodes a scan of the lossless process (T.81 H.2), line by line into a frame. */
final class LosslessScan {
    /** The difference of 32768 has a category and no more bits (T.81 table H.2). */
    private static final int MAX_CATEGORY = 16;

    private final EntropyBits bits;
    private final HuffmanTable[] tables;
    private final int[] indexes;
    private final int predictor;
    private final int pointTransform;
    private final int precision;
    private final int columns;
    private final int rows;
    private final int linesPerRestart;
    private final int[][] above;
    private final int[][] current;

    LosslessScan(FrameHeader frame, ScanHeader scan, DecoderTables defined, EntropyBits bits)
            throws CodestreamException {
        this.bits = bits;
        List<ScanComponent> components = scan.components();
        int count = components.size();
        tables = new HuffmanTable[count];
        indexes = new int[count];
        for (int i = 0; i < count; i++) {
            tables[i] = defined.dc(components.get(i).dcTable(), MAX_CATEGORY);
            indexes[i] = components.get(i).component().index();
        }
        predictor = scan.spectralStart();
        pointTransform = scan.successiveLow();
        precision = frame.precision();
        columns = frame.columns();
        rows = frame.rows();
        // T.81 H.1.1: an interval is of whole lines
        if (defined.restartInterval() % columns != 0) {
            throw new CodestreamException("a restart within a line of a lossless process");
        }
        linesPerRestart = defined.restartInterval() / columns;
        above = new int[count][columns];
        current = new int[count][columns];
    }

    void decode(FrameAssembly assembly) throws CodestreamException {
        bits.first();
        int[] shifted = new int[columns];
        int mask = (1 << precision) - 1;
        boolean isFirst = true;
        for (int row = 0; row < rows; row++) {
            if (row > 0 && linesPerRestart > 0 && row % linesPerRestart == 0) {
                bits.restart();
                isFirst = true;
            }
            if (tables.length == 1) {
                decodeDifferences(tables[0], current[0]);
            } else {
                decodeDifferences();
            }
            for (int i = 0; i < tables.length; i++) {
                int[] line = current[i];
                Prediction.restore(isFirst ? 1 : predictor, isFirst ? null : above[i], line, initial());
                for (int x = 0; x < columns; x++) {
                    shifted[x] = line[x] << pointTransform & mask;
                }
                assembly.put(row, indexes[i], shifted, 0);
                current[i] = above[i];
                above[i] = line;
            }
            isFirst = false;
        }
    }

    /** The prediction of the first sample (T.81 H.1.2.1). */
    private int initial() {
        return 1 << Math.max(0, precision - pointTransform - 1);
    }

    private void decodeDifferences(HuffmanTable table, int[] line) throws CodestreamException {
        int[] lookup = table.lookup;
        byte[] bytes = bits.bytes;
        long end = bits.end();
        long position = bits.position;
        for (int x = 0; x < line.length; x++) {
            if (position >= end) {
                throw new CodestreamException("entropy-coded data end too soon");
            }
            long look = EntropyBits.peek(bytes, position);
            int entry = lookup[(int) (look >>> Long.SIZE - HuffmanTable.LOOK_AHEAD)];
            if (entry == 0) {
                entry = table.longCode(look);
            }
            int length = entry >>> 8;
            int category = entry & 0xFF;
            line[x] = difference(look << length, category);
            position += length + (category == MAX_CATEGORY ? 0 : category);
        }
        bits.position = position;
        bits.check();
    }

    private void decodeDifferences() throws CodestreamException {
        byte[] bytes = bits.bytes;
        long end = bits.end();
        long position = bits.position;
        int count = tables.length;
        for (int x = 0; x < columns; x++) {
            for (int i = 0; i < count; i++) {
                if (position >= end) {
                    throw new CodestreamException("entropy-coded data end too soon");
                }
                HuffmanTable table = tables[i];
                long look = EntropyBits.peek(bytes, position);
                int entry = table.lookup[(int) (look >>> Long.SIZE - HuffmanTable.LOOK_AHEAD)];
                if (entry == 0) {
                    entry = table.longCode(look);
                }
                int length = entry >>> 8;
                int category = entry & 0xFF;
                current[i][x] = difference(look << length, category);
                position += length + (category == MAX_CATEGORY ? 0 : category);
            }
        }
        bits.position = position;
        bits.check();
    }

    /** From the bits behind a category's code; T.81 table F.2. */
    private static int difference(long magnitude, int category) {
        if (category == MAX_CATEGORY) {
            return 1 << 15;
        }
        // two shifts, for a category of 0
        int value = (int) (magnitude >>> 1 >>> Long.SIZE - 1 - category);
        return value + ((int) (~magnitude >> 63) & 1 - (1 << category));
    }
}
