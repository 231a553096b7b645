/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.transcode;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.io.TransferSyntax;

/** The elements that describe pixel data, brought into line with pixel data that were encoded anew. */
public final class TranscodedHeader {

    /** The length of the group of pixel data (PS3.5 7.2), which are written by themselves. */
    private static final int PIXEL_DATA_GROUP_LENGTH = 0x7FE0_0000;

    private TranscodedHeader() {}

    /** Changes what a data set says of its pixel data; the pixel data themselves are not touched. */
    public static void describe(
            Attributes attributes, TransferSyntax stored, FrameFormat format, FrameTranscoder transcoder) {
        attributes.setInt(Tag.SamplesPerPixel, VR.US, format.samplesPerPixel());
        attributes.setString(Tag.PhotometricInterpretation, VR.CS, transcoder.photometricInterpretation(format));
        if (format.samplesPerPixel() > 1) {
            attributes.setInt(Tag.PlanarConfiguration, VR.US, transcoder.isPlanar(format) ? 1 : 0);
        } else {
            attributes.remove(Tag.PlanarConfiguration);
        }
        attributes.setInt(Tag.Rows, VR.US, format.rows());
        attributes.setInt(Tag.Columns, VR.US, format.columns());
        attributes.setInt(Tag.BitsAllocated, VR.US, format.bitsAllocated());
        attributes.setInt(Tag.BitsStored, VR.US, format.bitsStored());
        attributes.setInt(Tag.HighBit, VR.US, format.highBit());
        attributes.setInt(Tag.PixelRepresentation, VR.US, format.signed() ? 1 : 0);
        if (FrameTranscoder.isLossy(stored) && !maybeLossless(stored)) {
            // PS3.3 C.7.6.1.1.5: once lossy, always lossy
            attributes.setString(Tag.LossyImageCompression, VR.CS, "01");
        }
        // of the encoding that is left: PS3.3 C.7.6.3.1.8
        attributes.remove(Tag.ExtendedOffsetTable);
        attributes.remove(Tag.ExtendedOffsetTableLengths);
        attributes.remove(Tag.PixelDataProviderURL);
        attributes.remove(PIXEL_DATA_GROUP_LENGTH);
    }

    /** Syntaxes that hold lossless images too: then the data set says itself what it is. */
    private static boolean maybeLossless(TransferSyntax stored) {
        return stored.uid().equals(UID.JPEG2000)
                || stored.uid().equals(UID.JPEG2000MC)
                || stored.uid().equals("1.2.840.10008.1.2.4.203")
                || stored.uid().equals("1.2.840.10008.1.2.4.111")
                || stored.uid().equals("1.2.840.10008.1.2.4.112");
    }
}
