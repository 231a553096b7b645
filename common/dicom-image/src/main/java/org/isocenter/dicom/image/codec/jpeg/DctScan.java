/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.util.List;

import org.isocenter.dicom.image.codec.CodestreamException;

/** The blocks of an interleaved scan in their order (T.81 A.2.3), with the differences of their DC coefficients. */
final class DctScan {
    private final List<CoefficientPlane> planes;
    private final int firstFactor;

    /**
     * Of one or three components.
     *
     * @param firstFactor blocks of the first component in an MCU, 1 or 2
     */
    DctScan(List<CoefficientPlane> planes, int firstFactor) {
        this.planes = planes;
        this.firstFactor = firstFactor;
    }

    /** Takes blocks. */
    interface BlockSink {
        /** One block, whose kind is 0 for luminance and 1 for chrominance. */
        void put(int kind, int difference, short[] coefficients, int at) throws CodestreamException;
    }

    void walk(BlockSink sink) throws CodestreamException {
        int[] predictions = new int[planes.size()];
        CoefficientPlane first = planes.get(0);
        int mcusPerLine = first.blocksPerLine / firstFactor;
        for (int line = 0; line < first.blockLines(); line++) {
            for (int mcu = 0; mcu < mcusPerLine; mcu++) {
                for (int i = 0; i < predictions.length; i++) {
                    CoefficientPlane plane = planes.get(i);
                    int blocks = i == 0 ? firstFactor : 1;
                    int at = (line * plane.blocksPerLine + mcu * blocks) * 64;
                    for (int block = 0; block < blocks; block++, at += 64) {
                        int dc = plane.coefficients[at];
                        sink.put(Math.min(i, 1), dc - predictions[i], plane.coefficients, at);
                        predictions[i] = dc;
                    }
                }
            }
        }
    }

    /** The bits of a value without its sign (T.81 table F.1). */
    static int category(int value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
    }
}
