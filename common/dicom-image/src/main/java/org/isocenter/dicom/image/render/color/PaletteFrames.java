/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.color;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.PixelMatrix;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;
import org.isocenter.dicom.image.render.lut.StoredValues;

/** Frames of one sample a pixel that is the index into a palette (PS3.3 C.7.6.3.1.2, PALETTE COLOR). */
public final class PaletteFrames {

    private PaletteFrames() {}

    /**
     * The colours of a frame.
     *
     * @throws RenderException if the palette is damaged or the samples are no indexes
     */
    public static PixelMatrix of(Attributes header, Frame frame) throws RenderException {
        StoredValues values = StoredValues.of(header, frame);
        if (!values.isTabular()) {
            throw new RenderException(Reason.UNSUPPORTED_PIXELS, "indexes into a palette of more than 16 bits");
        }
        FrameFormat format = frame.format();
        Palette palette = Palette.of(header, format.signed());
        byte[] table = new byte[values.cells() * PixelMatrix.COLOR];
        for (int cell = 0; cell < values.cells(); cell++) {
            palette.put((int) values.valueOfCell(cell), table, cell * PixelMatrix.COLOR);
        }
        byte[] colors = new byte[values.count() * PixelMatrix.COLOR];
        for (int pixel = 0; pixel < values.count(); pixel++) {
            System.arraycopy(
                    table,
                    values.cell(pixel) * PixelMatrix.COLOR,
                    colors,
                    pixel * PixelMatrix.COLOR,
                    PixelMatrix.COLOR);
        }
        return new PixelMatrix(format.columns(), format.rows(), PixelMatrix.COLOR, colors);
    }
}
