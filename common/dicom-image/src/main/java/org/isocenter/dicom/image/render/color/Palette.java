/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.color;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.render.PixelMatrix;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.lut.LookupTable;
import org.isocenter.dicom.image.render.lut.SegmentedTable;

/**
 * A palette (PS3.3 C.7.9), in 8 bits.
 *
 * @param red by index
 * @param green by index
 * @param blue by index
 */
public record Palette(LookupTable red, LookupTable green, LookupTable blue) {

    /**
     * The palette of a data set.
     *
     * @param signed whether indexes are
     * @throws RenderException if a table is missing or damaged
     */
    public static Palette of(Attributes header, boolean signed) throws RenderException {
        return new Palette(
                table(
                        header,
                        Tag.RedPaletteColorLookupTableDescriptor,
                        Tag.RedPaletteColorLookupTableData,
                        Tag.SegmentedRedPaletteColorLookupTableData,
                        signed),
                table(
                        header,
                        Tag.GreenPaletteColorLookupTableDescriptor,
                        Tag.GreenPaletteColorLookupTableData,
                        Tag.SegmentedGreenPaletteColorLookupTableData,
                        signed),
                table(
                        header,
                        Tag.BluePaletteColorLookupTableDescriptor,
                        Tag.BluePaletteColorLookupTableData,
                        Tag.SegmentedBluePaletteColorLookupTableData,
                        signed));
    }

    private static LookupTable table(Attributes header, int descriptor, int data, int segmented, boolean signed)
            throws RenderException {
        return header.containsValue(data) || !header.containsValue(segmented)
                ? LookupTable.of(header, descriptor, data, signed)
                : SegmentedTable.of(header, descriptor, segmented, signed);
    }

    /** Writes the colour of an index as three bytes. */
    public void put(int index, byte[] target, int at) {
        target[at] = (byte) red.eightBits(index);
        target[at + 1] = (byte) green.eightBits(index);
        target[at + 2] = (byte) blue.eightBits(index);
    }

    /** A grey picture in the colours of the palette, its whole length for black to white (PS3.4 N.2.5). */
    public PixelMatrix apply(PixelMatrix grey) {
        byte[] table = new byte[256 * PixelMatrix.COLOR];
        for (int level = 0; level < 256; level++) {
            int index = red.first() + (int) Math.rint(level / 255.0 * (red.size() - 1));
            put(index, table, level * PixelMatrix.COLOR);
        }
        byte[] colors = new byte[grey.samples().length * PixelMatrix.COLOR];
        for (int i = 0; i < grey.samples().length; i++) {
            int level = grey.samples()[i] & 0xFF;
            System.arraycopy(table, level * PixelMatrix.COLOR, colors, i * PixelMatrix.COLOR, PixelMatrix.COLOR);
        }
        return new PixelMatrix(grey.width(), grey.height(), PixelMatrix.COLOR, colors);
    }
}
