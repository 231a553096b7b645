/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegls;

import java.util.Arrays;

import org.isocenter.dicom.image.codec.CodestreamException;

/** Decodes the samples of one line (T.87 A.3 to A.7, annex B for pixels of several components). Not thread-safe. */
final class LineDecoder {
    private final Contexts contexts;
    private final UnstuffedBits bits;
    private final int columns;
    private final int maxValue;
    private final int near;
    private final int step;
    private final int modulus;
    private final int reset;
    private final int errorBits;
    private final int limit;

    LineDecoder(CodingParameters parameters, Contexts contexts, UnstuffedBits bits, int columns) {
        this.contexts = contexts;
        this.bits = bits;
        this.columns = columns;
        maxValue = parameters.maxValue();
        near = parameters.near();
        step = parameters.step();
        modulus = parameters.range() * step;
        reset = parameters.reset();
        errorBits = parameters.errorBits();
        limit = parameters.limit();
    }

    /** A line of one component; returns the run index behind it. */
    int decodeLine(int[] above, int[] line, int runIndexBefore) throws CodestreamException {
        byte[] regions = contexts.regions;
        int offset = contexts.offset;
        int runIndex = runIndexBefore;
        int left = line[0];
        int diagonal = above[0];
        int up = above[1];
        int x = 1;
        while (x <= columns) {
            int upRight = above[x + 1];
            int context = (regions[upRight - up + offset] * 9 + regions[up - diagonal + offset]) * 9
                    + regions[diagonal - left + offset];
            if (context != 0) {
                left = decodeSample(context, Contexts.predict(left, up, diagonal));
                line[x] = left;
                bits.check();
                x++;
                diagonal = up;
                up = upRight;
                continue;
            }
            int run = decodeRun(columns - x + 1, runIndex);
            runIndex = run >>> 16 & 31;
            int length = run & 0xFFFF;
            Arrays.fill(line, x, x + length, left);
            x += length;
            if (x <= columns) {
                int type = Math.abs(left - above[x]) <= near ? 1 : 0;
                line[x] = decodeRunEnd(type, left, above[x], runIndex);
                runIndex = Math.max(0, runIndex - 1);
                left = line[x];
                x++;
            }
            if (x <= columns) {
                diagonal = above[x - 1];
                up = above[x];
            }
        }
        return runIndex;
    }

    /** A line of pixels of several components; returns the run index behind it. */
    int decodePixels(int[][] above, int[][] line, int runIndexBefore) throws CodestreamException {
        int runIndex = runIndexBefore;
        int count = line.length;
        int[] chosen = new int[count];
        int x = 1;
        while (x <= columns) {
            int any = 0;
            for (int i = 0; i < count; i++) {
                chosen[i] = context(above[i], line[i], x);
                any |= chosen[i];
            }
            if (any != 0) {
                for (int i = 0; i < count; i++) {
                    int[] up = above[i];
                    line[i][x] = decodeSample(chosen[i], Contexts.predict(line[i][x - 1], up[x], up[x - 1]));
                    bits.check();
                }
                x++;
                continue;
            }
            int run = decodeRun(columns - x + 1, runIndex);
            runIndex = run >>> 16 & 31;
            int length = run & 0xFFFF;
            for (int[] samples : line) {
                Arrays.fill(samples, x, x + length, samples[x - 1]);
            }
            x += length;
            if (x <= columns) {
                for (int i = 0; i < count; i++) {
                    line[i][x] = decodeRunEnd(0, line[i][x - 1], above[i][x], runIndex);
                }
                runIndex = Math.max(0, runIndex - 1);
                x++;
            }
        }
        return runIndex;
    }

    private int context(int[] above, int[] line, int x) {
        byte[] regions = contexts.regions;
        int offset = contexts.offset;
        int up = above[x];
        int diagonal = above[x - 1];
        return (regions[above[x + 1] - up + offset] * 9 + regions[up - diagonal + offset]) * 9
                + regions[diagonal - line[x - 1] + offset];
    }

    /** T.87 A.4 to A.6. */
    private int decodeSample(int signedContext, int predicted) {
        int sign = signedContext >> 31;
        int context = (signedContext ^ sign) - sign;
        int corrected = predicted + (contexts.correction[context] ^ sign) - sign;
        corrected = Math.max(0, Math.min(maxValue, corrected));
        int count = contexts.count[context];
        int order = Contexts.order(count, contexts.magnitude[context]);
        int mapped = bits.golomb(order, limit - errorBits - 1, errorBits);
        int error = mapped >>> 1 ^ -(mapped & 1);
        if (order == 0 && near == 0 && 2 * contexts.bias[context] <= -count) {
            error = ~error;
        }
        contexts.update(context, error, step, reset);
        return restore(corrected + ((error ^ sign) - sign) * step);
    }

    /** T.87 A.4.5 the other way round. */
    private int restore(int value) {
        int restored = value;
        if (restored < -near) {
            restored += modulus;
        } else if (restored > maxValue + near) {
            restored -= modulus;
        }
        return Math.max(0, Math.min(maxValue, restored));
    }

    /** The length of a run, and the run index behind it in the bits from 16 on (T.87 A.7.1). */
    private int decodeRun(int available, int runIndexBefore) throws CodestreamException {
        int runIndex = runIndexBefore;
        int length = 0;
        while (bits.take(1) == 1) {
            bits.check();
            int piece = 1 << Contexts.RUN_ORDER[runIndex];
            if (piece <= available - length) {
                length += piece;
                runIndex = Math.min(31, runIndex + 1);
            } else {
                length = available;
            }
            if (length == available) {
                return runIndex << 16 | length;
            }
        }
        length += bits.take(Contexts.RUN_ORDER[runIndex]);
        bits.check();
        if (length >= available) {
            throw new CodestreamException("a JPEG-LS run leaves its line");
        }
        return runIndex << 16 | length;
    }

    /** T.87 A.7.2. */
    private int decodeRunEnd(int type, int left, int up, int runIndex) throws CodestreamException {
        int order = contexts.runOrder(type);
        int escape = limit - Contexts.RUN_ORDER[runIndex] - 1 - errorBits - 1;
        int mapped = bits.golomb(order, escape, errorBits);
        bits.check();
        int twice = mapped + type;
        int size = twice + 1 >> 1;
        int error = contexts.oddIsNegative(type, order) == ((twice & 1) == 1) ? -size : size;
        contexts.updateRun(type, error, mapped, reset);
        if (type == 1) {
            return restore(left + error * step);
        }
        return restore(up + (left > up ? -error : error) * step);
    }
}
