/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegls;

import java.util.Arrays;

import org.isocenter.dicom.image.codec.CodestreamException;

/**
 * Decodes a scan, line by line. A line has one more place at either end: before it the first sample of the line above the
 * one above, behind it the last of its own again (T.87 A.2.1). Not thread-safe.
 */
final class ScanDecoder {
    private final ScanHeader scan;
    private final int rows;
    private final int columns;
    private final UnstuffedBits bits;
    private final int restartLines;
    private final LineDecoder decoder;
    private final Contexts contexts;
    private final int[] runIndexes;
    private int[][] above;
    private int[][] current;

    /**
     * For a scan.
     *
     * @param restartLines lines of a restart interval, 0 if there is none
     */
    ScanDecoder(FrameHeader frame, ScanHeader scan, CodingParameters parameters, UnstuffedBits bits, int restartLines) {
        this.scan = scan;
        this.rows = frame.rows();
        this.columns = frame.columns();
        this.bits = bits;
        this.restartLines = restartLines;
        contexts = new Contexts(parameters);
        decoder = new LineDecoder(parameters, contexts, bits, columns);
        int count = scan.components().length;
        runIndexes = new int[count];
        above = new int[count][columns + 2];
        current = new int[count][columns + 2];
    }

    void decode(LineSink sink) throws CodestreamException {
        bits.first();
        int[] shifted = new int[columns + 2];
        int untilRestart = restartLines;
        for (int row = 0; row < rows; row++) {
            if (restartLines > 0 && untilRestart-- == 0) {
                restart();
                untilRestart = restartLines - 1;
            }
            decodeLine();
            for (int i = 0; i < current.length; i++) {
                sink.put(row, scan.components()[i], shifted(current[i], shifted), 1);
            }
            int[][] swapped = above;
            above = current;
            current = swapped;
        }
    }

    private void decodeLine() throws CodestreamException {
        for (int i = 0; i < current.length; i++) {
            above[i][columns + 1] = above[i][columns];
            current[i][0] = above[i][1];
        }
        if (scan.interleave() == ScanHeader.Interleave.SAMPLE) {
            runIndexes[0] = decoder.decodePixels(above, current, runIndexes[0]);
        } else {
            for (int i = 0; i < current.length; i++) {
                runIndexes[i] = decoder.decodeLine(above[i], current[i], runIndexes[i]);
            }
        }
    }

    private int[] shifted(int[] line, int[] shifted) {
        if (scan.pointTransform() == 0) {
            return line;
        }
        for (int x = 1; x <= columns; x++) {
            shifted[x] = line[x] << scan.pointTransform();
        }
        return shifted;
    }

    private void restart() throws CodestreamException {
        bits.restart();
        contexts.reset();
        Arrays.fill(runIndexes, 0);
        for (int i = 0; i < above.length; i++) {
            Arrays.fill(above[i], 0);
            Arrays.fill(current[i], 0);
        }
    }
}
