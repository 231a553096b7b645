/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.lut;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/**
 * The stored values that are no image (PS3.3 C.7.5.1.1.2).
 *
 * @param least the lowest of them
 * @param greatest the highest of them; below the lowest if there are none
 */
public record PixelPadding(double least, double greatest) {

    /** None. */
    public static final PixelPadding NONE = new PixelPadding(1, 0);

    /** The padding that the data set declares, as the pixels' own sign reads it. */
    public static PixelPadding of(Attributes header, StoredValues values) {
        if (values.isFloating()) {
            double single = header.getDouble(Tag.FloatPixelPaddingValue, Double.NaN);
            double first = header.getDouble(Tag.DoubleFloatPixelPaddingValue, single);
            double limit = header.getDouble(
                    Tag.DoubleFloatPixelPaddingRangeLimit, header.getDouble(Tag.FloatPixelPaddingRangeLimit, first));
            return Double.isNaN(first) || Double.isNaN(limit) ? NONE : between(first, limit);
        }
        if (!header.containsValue(Tag.PixelPaddingValue)) {
            return NONE;
        }
        boolean signed = values.format().signed();
        int value = asSigned(header.getInt(Tag.PixelPaddingValue, 0), signed);
        int limit = asSigned(header.getInt(Tag.PixelPaddingRangeLimit, value), signed);
        return between(value, limit);
    }

    private static int asSigned(int value, boolean signed) {
        return signed ? (short) value : value & 0xFFFF;
    }

    private static PixelPadding between(double one, double other) {
        return new PixelPadding(Math.min(one, other), Math.max(one, other));
    }

    /** Whether a stored value is no image. */
    public boolean contains(double stored) {
        return stored >= least && stored <= greatest;
    }
}
