/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegls;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.BitWriter;

/**
 * Encodes the samples of one line of one component (T.87 A.3 to A.7), and leaves in the line what a decoder will have.
 * Not thread-safe.
 */
final class LineEncoder {
    private final Contexts contexts;
    private final BitWriter bits;
    private final int columns;
    private final int maxValue;
    private final int near;
    private final int step;
    private final int range;
    private final int reset;
    private final int errorBits;
    private final int limit;

    LineEncoder(CodingParameters parameters, Contexts contexts, BitWriter bits, int columns) {
        this.contexts = contexts;
        this.bits = bits;
        this.columns = columns;
        maxValue = parameters.maxValue();
        near = parameters.near();
        step = parameters.step();
        range = parameters.range();
        reset = parameters.reset();
        errorBits = parameters.errorBits();
        limit = parameters.limit();
    }

    /** A line, whose samples begin at index 1; returns the run index behind it. */
    int encodeLine(int[] above, int[] line, int runIndexBefore) throws CodestreamException {
        bits.ensure((long) columns * (limit + 32));
        byte[] regions = contexts.regions;
        int offset = contexts.offset;
        int runIndex = runIndexBefore;
        int left = line[0];
        int x = 1;
        while (x <= columns) {
            int up = above[x];
            int diagonal = above[x - 1];
            int context = (regions[above[x + 1] - up + offset] * 9 + regions[up - diagonal + offset]) * 9
                    + regions[diagonal - left + offset];
            if (context != 0) {
                left = encodeSample(context, Contexts.predict(left, up, diagonal), line[x]);
                line[x] = left;
                x++;
                continue;
            }
            int start = x;
            while (x <= columns && Math.abs(line[x] - left) <= near) {
                line[x] = left;
                x++;
            }
            runIndex = encodeRun(x - start, x > columns, runIndex);
            if (x <= columns) {
                left = encodeRunEnd(left, above[x], line[x], runIndex);
                line[x] = left;
                runIndex = Math.max(0, runIndex - 1);
                x++;
            }
        }
        return runIndex;
    }

    private int encodeSample(int signedContext, int predicted, int sample) {
        int sign = signedContext >> 31;
        int context = (signedContext ^ sign) - sign;
        int corrected = predicted + (contexts.correction[context] ^ sign) - sign;
        corrected = Math.max(0, Math.min(maxValue, corrected));
        int error = quantize((sample - corrected ^ sign) - sign);
        int restored = corrected + ((error ^ sign) - sign) * step;
        error = reduce(error);
        int count = contexts.count[context];
        int order = Contexts.order(count, contexts.magnitude[context]);
        boolean inverted = order == 0 && near == 0 && 2 * contexts.bias[context] <= -count;
        int mapped = inverted ? ~error : error;
        mapped = mapped << 1 ^ mapped >> 31;
        golomb(mapped, order, limit);
        contexts.update(context, error, step, reset);
        return Math.max(0, Math.min(maxValue, restored));
    }

    /** T.87 A.4.4. */
    private int quantize(int error) {
        if (near == 0) {
            return error;
        }
        return error > 0 ? (error + near) / step : -((near - error) / step);
    }

    /** T.87 A.4.5. */
    private int reduce(int error) {
        int reduced = error < 0 ? error + range : error;
        return reduced >= (range + 1) / 2 ? reduced - range : reduced;
    }

    /** T.87 A.5.3. */
    private void golomb(int mapped, int order, int length) {
        int zeros = mapped >>> order;
        int escape = length - errorBits - 1;
        if (zeros < escape) {
            if (zeros + 1 + order <= Integer.SIZE) {
                bits.put(1 << order | mapped & (1 << order) - 1, zeros + 1 + order);
            } else {
                putZeros(zeros);
                bits.put(1 << order | mapped & (1 << order) - 1, order + 1);
            }
        } else {
            putZeros(escape);
            bits.put(1 << errorBits | mapped - 1 & (1 << errorBits) - 1, errorBits + 1);
        }
    }

    private void putZeros(int count) {
        int first = Math.min(Integer.SIZE, count);
        bits.put(0, first);
        bits.put(0, count - first);
    }

    /** T.87 A.7.1.2. */
    private int encodeRun(int length, boolean endsLine, int runIndexBefore) {
        int runIndex = runIndexBefore;
        int left = length;
        while (left >= 1 << Contexts.RUN_ORDER[runIndex]) {
            bits.put(1, 1);
            left -= 1 << Contexts.RUN_ORDER[runIndex];
            runIndex = Math.min(31, runIndex + 1);
        }
        if (!endsLine) {
            bits.put(left, 1 + Contexts.RUN_ORDER[runIndex]);
        } else if (left > 0) {
            bits.put(1, 1);
        }
        return runIndex;
    }

    /** T.87 A.7.2. */
    private int encodeRunEnd(int left, int up, int sample, int runIndex) {
        int type = Math.abs(left - up) <= near ? 1 : 0;
        int predicted = type == 1 ? left : up;
        int sign = type == 0 && left > up ? -1 : 1;
        int error = quantize((sample - predicted) * sign);
        int restored = predicted + error * sign * step;
        error = reduce(error);
        int order = contexts.runOrder(type);
        boolean odd = error != 0 && contexts.oddIsNegative(type, order) == error < 0;
        int mapped = 2 * Math.abs(error) - type - (odd ? 1 : 0);
        golomb(mapped, order, limit - Contexts.RUN_ORDER[runIndex] - 1);
        contexts.updateRun(type, error, mapped, reset);
        return Math.max(0, Math.min(maxValue, restored));
    }
}
