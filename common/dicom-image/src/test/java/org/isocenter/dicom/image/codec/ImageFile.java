/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.dicom.io.TransferSyntax;

/** A file with an image, as other programs have it. */
record ImageFile(String transferSyntaxUid, Attributes attributes) {
    private static final String INSTANCE = "1.2.826.0.1.3680043.8.498.1";

    /** One frame in fragments. */
    static ImageFile encapsulated(String transferSyntaxUid, FrameFormat format, byte[] codestream) {
        Attributes attributes = describe(format);
        Fragments fragments = new Fragments();
        fragments.add(new byte[0]);
        fragments.add(even(codestream));
        attributes.setValue(Tag.PixelData, VR.OB, fragments);
        return new ImageFile(transferSyntaxUid, attributes);
    }

    /** One frame as it stands. */
    static ImageFile nativeFile(FrameFormat format, byte[] samples) {
        Attributes attributes = describe(format);
        attributes.setBytes(Tag.PixelData, format.bitsAllocated() > 8 ? VR.OW : VR.OB, even(samples));
        return new ImageFile(UID.ExplicitVRLittleEndian, attributes);
    }

    private static byte[] even(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + (bytes.length & 1));
    }

    private static Attributes describe(FrameFormat format) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
        attributes.setString(Tag.SOPInstanceUID, VR.UI, INSTANCE);
        attributes.setString(Tag.StudyInstanceUID, VR.UI, INSTANCE + ".1");
        attributes.setString(Tag.SeriesInstanceUID, VR.UI, INSTANCE + ".2");
        attributes.setInt(Tag.SamplesPerPixel, VR.US, format.samplesPerPixel());
        attributes.setString(Tag.PhotometricInterpretation, VR.CS, format.photometricInterpretation());
        if (format.samplesPerPixel() > 1) {
            attributes.setInt(Tag.PlanarConfiguration, VR.US, format.planar() ? 1 : 0);
        }
        attributes.setInt(Tag.Rows, VR.US, format.rows());
        attributes.setInt(Tag.Columns, VR.US, format.columns());
        attributes.setInt(Tag.BitsAllocated, VR.US, format.bitsAllocated());
        attributes.setInt(Tag.BitsStored, VR.US, format.bitsStored());
        attributes.setInt(Tag.HighBit, VR.US, format.highBit());
        attributes.setInt(Tag.PixelRepresentation, VR.US, format.signed() ? 1 : 0);
        return attributes;
    }

    FrameFormat format() {
        int bitsAllocated = attributes.getInt(Tag.BitsAllocated, 8);
        int bitsStored = attributes.getInt(Tag.BitsStored, bitsAllocated);
        int samplesPerPixel = attributes.getInt(Tag.SamplesPerPixel, 1);
        return new FrameFormat(
                attributes.getInt(Tag.Rows, 0),
                attributes.getInt(Tag.Columns, 0),
                samplesPerPixel,
                bitsAllocated,
                bitsStored,
                attributes.getInt(Tag.HighBit, bitsStored - 1),
                attributes.getInt(Tag.PixelRepresentation, 0) == 1,
                samplesPerPixel > 1 && attributes.getInt(Tag.PlanarConfiguration, 0) == 1,
                attributes.getString(Tag.PhotometricInterpretation, ""));
    }

    /** The codestream of the first frame, where a fragment is a frame or there is one frame. */
    byte[] firstCodestream() {
        List<byte[]> fragments = (Fragments) attributes.getValue(Tag.PixelData);
        if (attributes.getInt(Tag.NumberOfFrames, 1) > 1) {
            return fragments.get(1);
        }
        ByteArrayOutputStream codestream = new ByteArrayOutputStream();
        fragments.subList(1, fragments.size()).forEach(codestream::writeBytes);
        return codestream.toByteArray();
    }

    /** The first frame of native pixel data. */
    byte[] firstSamples() {
        return Arrays.copyOf((byte[]) attributes.getValue(Tag.PixelData), format().length());
    }

    void write(Path path) throws IOException {
        FileMetaInformation meta =
                FileMetaInformation.create(UID.SecondaryCaptureImageStorage, INSTANCE, transferSyntaxUid, null);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(meta.encode());
        file.writeBytes(DatasetWriter.toBytes(attributes, TransferSyntax.of(transferSyntaxUid)));
        Files.write(path, file.toByteArray());
    }
}
