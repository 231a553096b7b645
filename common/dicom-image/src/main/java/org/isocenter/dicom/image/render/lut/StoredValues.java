/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.lut;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * The stored values of a frame of one sample a pixel (PS3.5 8.1.1): the stored bits of each cell, with their sign. Safe for
 * concurrent use as long as the samples are not changed.
 */
public final class StoredValues {

    private static final int MAX_TABULAR_BITS = 16;

    private final FrameFormat format;
    private final byte[] samples;
    private final ByteBuffer words;
    private final boolean floating;

    private StoredValues(Frame frame, boolean floating) {
        this.format = frame.format();
        this.samples = frame.samples();
        this.words = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
        this.floating = floating;
    }

    /** Of a frame; the data set tells floating point from integers (PS3.3 C.7.6.24, C.7.6.25). */
    public static StoredValues of(Attributes header, Frame frame) {
        int bitsAllocated = frame.format().bitsAllocated();
        boolean real = header.contains(Tag.FloatPixelData)
                || header.contains(Tag.DoubleFloatPixelData)
                || (!header.contains(Tag.PixelRepresentation) && !header.contains(Tag.BitsStored));
        return new StoredValues(frame, real && bitsAllocated >= 32);
    }

    /** How they lie. */
    public FrameFormat format() {
        return format;
    }

    /** How many there are. */
    public int count() {
        return format.rows() * format.columns();
    }

    /** Whether they are floating point. */
    public boolean isFloating() {
        return floating;
    }

    /** Whether cells are narrow enough to be the index of a table. */
    public boolean isTabular() {
        return format.bitsAllocated() <= MAX_TABULAR_BITS;
    }

    /** How many different cells there can be; only if tabular. */
    public int cells() {
        return 1 << format.bitsAllocated();
    }

    /** The cell of a pixel as it lies there; only if tabular. */
    public int cell(int pixel) {
        return switch (format.bitsAllocated()) {
            case 1 -> samples[pixel >> 3] >> (pixel & 7) & 1;
            case 8 -> samples[pixel] & 0xFF;
            default -> (samples[2 * pixel] & 0xFF) | (samples[2 * pixel + 1] & 0xFF) << 8;
        };
    }

    /** The stored value in a cell. */
    public double valueOfCell(long cell) {
        long shifted = cell >>> (format.highBit() + 1 - format.bitsStored());
        int unused = Long.SIZE - format.bitsStored();
        if (format.signed()) {
            return shifted << unused >> unused;
        }
        long value = shifted << unused >>> unused;
        return value < 0 ? (value >>> 1) * 2.0 + (value & 1) : value;
    }

    /** The stored value of a pixel. */
    public double value(int pixel) {
        if (isTabular()) {
            return valueOfCell(cell(pixel));
        }
        if (format.bitsAllocated() == 32) {
            return floating ? words.getFloat(4 * pixel) : valueOfCell(words.getInt(4 * pixel) & 0xFFFFFFFFL);
        }
        return floating ? words.getDouble(8 * pixel) : valueOfCell(words.getLong(8 * pixel));
    }

    /** The least value that the stored bits can hold; that of a float counts as 0. */
    public double least() {
        return !floating && format.signed() ? -Math.pow(2, format.bitsStored() - 1.0) : 0;
    }

    /** The greatest value that the stored bits can hold; that of a float counts as 1. */
    public double greatest() {
        return floating ? 1 : Math.pow(2, format.bitsStored() - (format.signed() ? 1.0 : 0.0)) - 1;
    }
}
