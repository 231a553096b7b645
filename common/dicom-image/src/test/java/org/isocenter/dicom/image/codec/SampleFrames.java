/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;

/** First frames of the sample files beside the checkout, {@code ../shared/data} of its root. */
public final class SampleFrames {

    public static final String ABSENT = "no sample files at ../shared/data beside the checkout";

    /** What the data set says and the codestream. */
    public record SampleFrame(FrameFormat described, byte[] codestream) {}

    private SampleFrames() {}

    /** Whether they are there. */
    public static boolean present() {
        return Files.isRegularFile(file("pyd-jpeg2000"));
    }

    private static Path file(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve("license-header.txt"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared").resolve("data/files").resolve(name + ".dcm");
    }

    /** All fragments of a file of one frame, or the first of a file of many. */
    public static SampleFrame first(String name) throws IOException {
        try (InputStream in = Files.newInputStream(file(name))) {
            Part10Header header = Part10Header.read(in);
            Attributes attributes = DatasetReader.read(header.dataset(), header.transferSyntax());
            Fragments fragments = (Fragments) attributes.getValue(Tag.PixelData);
            ByteArrayOutputStream codestream = new ByteArrayOutputStream();
            boolean frameInEach = fragments.size() == attributes.getInt(Tag.NumberOfFrames, 1) + 1;
            for (byte[] fragment : fragments.subList(1, frameInEach ? 2 : fragments.size())) {
                codestream.write(fragment);
            }
            return new SampleFrame(describe(attributes), codestream.toByteArray());
        }
    }

    private static FrameFormat describe(Attributes attributes) {
        return new FrameFormat(
                attributes.getInt(Tag.Rows, 0),
                attributes.getInt(Tag.Columns, 0),
                attributes.getInt(Tag.SamplesPerPixel, 1),
                attributes.getInt(Tag.BitsAllocated, 0),
                attributes.getInt(Tag.BitsStored, 0),
                attributes.getInt(Tag.HighBit, 0),
                attributes.getInt(Tag.PixelRepresentation, 0) == 1,
                false,
                attributes.getString(Tag.PhotometricInterpretation, ""));
    }

    /** The SHA-256 of samples. */
    public static String digest(byte[] samples) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(samples));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
