/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegls;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.SegmentReader;

/**
 * A frame header of JPEG-LS (T.87 C.2.2).
 *
 * @param precision bits of a sample, 2 to 16
 * @param componentIds as scans name them, one to four
 */
record FrameHeader(int precision, int rows, int columns, int... componentIds) {
    private static final int MAX_COMPONENTS = 4;
    private static final int NO_SUBSAMPLING = 0x11;

    static FrameHeader read(SegmentReader in) throws CodestreamException {
        int precision = in.readByte();
        int rows = in.readShort();
        int columns = in.readShort();
        int count = in.readByte();
        if (precision < 2 || precision > 16 || rows == 0 || columns == 0 || count == 0 || count > MAX_COMPONENTS) {
            throw new CodestreamException("a JPEG-LS frame of impossible precision, extent or components");
        }
        int[] ids = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = in.readByte();
            if (in.readByte() != NO_SUBSAMPLING && count > 1) {
                throw new CodestreamException("a JPEG-LS codestream with subsampled components");
            }
            in.readByte();
        }
        return new FrameHeader(precision, rows, columns, ids);
    }

    /** The greatest sample that the precision allows. */
    int greatest() {
        return (1 << precision) - 1;
    }
}
