/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/** Small images made up for tests. */
final class TestImages {

    static final String SOP_INSTANCE_UID = "1.2.3.4";

    private TestImages() {}

    /** A data set with the description of a format. */
    static Attributes header(FrameFormat format) {
        Attributes header = new Attributes();
        header.setString(Tag.SOPInstanceUID, SOP_INSTANCE_UID);
        header.setInt(Tag.Rows, format.rows());
        header.setInt(Tag.Columns, format.columns());
        header.setInt(Tag.BitsStored, format.bitsStored());
        header.setInt(Tag.PixelRepresentation, format.signed() ? 1 : 0);
        header.setString(Tag.PhotometricInterpretation, format.photometricInterpretation());
        return header;
    }

    static FrameFormat monochrome(int rows, int columns, int bitsAllocated, int bitsStored, boolean signed) {
        return new FrameFormat(
                rows, columns, 1, bitsAllocated, bitsStored, bitsStored - 1, signed, false, "MONOCHROME2");
    }

    /** A row of stored values of 16 bits. */
    static Frame words(boolean signed, int bitsStored, int... values) {
        byte[] samples = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            samples[2 * i] = (byte) values[i];
            samples[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return new Frame(monochrome(1, values.length, 16, bitsStored, signed), samples);
    }

    /** A row of stored values of 8 bits. */
    static Frame bytes(int... values) {
        return matrix(1, values.length, values);
    }

    static Frame matrix(int rows, int columns, int... values) {
        byte[] samples = new byte[rows * columns];
        for (int i = 0; i < values.length; i++) {
            samples[i] = (byte) values[i];
        }
        return new Frame(monochrome(rows, columns, 8, 8, false), samples);
    }

    /** A lookup table in the first item of a sequence. */
    static void table(Attributes holder, int sequence, int first, int bits, int... entries) {
        Attributes item = new Attributes();
        holder.newSequence(sequence).add(item);
        item.setInt(Tag.LUTDescriptor, VR.US, entries.length, first, bits);
        item.setInt(Tag.LUTData, VR.OW, entries);
    }

    /** The greys, 0 to 255. */
    static int[] greys(PixelMatrix matrix) {
        int[] greys = new int[matrix.samples().length];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = matrix.samples()[i] & 0xFF;
        }
        return greys;
    }
}
