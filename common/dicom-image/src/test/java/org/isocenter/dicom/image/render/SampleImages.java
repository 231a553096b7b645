/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;

/** The native images among the sample files beside the checkout, {@code ../shared/data} of its root. */
final class SampleImages {

    static final String ABSENT = "no sample files at ../shared/data beside the checkout";

    /** A file with its data set. */
    record SampleImage(Path path, Attributes header, byte[] pixels) {

        int frames() {
            return Math.max(1, header.getInt(Tag.NumberOfFrames, 1));
        }

        /** A frame, from 1 on. */
        Frame frame(int number) {
            FrameFormat format = formatOf(header);
            if (format.bitsAllocated() == 1) {
                return new Frame(format, bits(format, number));
            }
            int from = (number - 1) * format.length();
            return new Frame(format, Arrays.copyOfRange(pixels, from, from + format.length()));
        }

        private byte[] bits(FrameFormat format, int number) {
            int count = format.rows() * format.columns();
            byte[] packed = new byte[format.length()];
            for (int i = 0; i < count; i++) {
                int bit = (number - 1) * count + i;
                packed[i >> 3] |= (byte) ((pixels[bit >> 3] >> (bit & 7) & 1) << (i & 7));
            }
            return packed;
        }

        @Override
        public String toString() {
            return path.getFileName().toString();
        }
    }

    private SampleImages() {}

    static FrameFormat formatOf(Attributes header) {
        int bitsAllocated = header.getInt(Tag.BitsAllocated, 8);
        int bitsStored = header.getInt(Tag.BitsStored, bitsAllocated);
        return new FrameFormat(
                header.getInt(Tag.Rows, 0),
                header.getInt(Tag.Columns, 0),
                header.getInt(Tag.SamplesPerPixel, 1),
                bitsAllocated,
                bitsStored,
                header.getInt(Tag.HighBit, bitsStored - 1),
                header.getInt(Tag.PixelRepresentation, 0) == 1,
                header.getInt(Tag.PlanarConfiguration, 0) == 1,
                header.getString(Tag.PhotometricInterpretation, "MONOCHROME2"));
    }

    static Optional<Path> directory() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolveSibling("shared").resolve("data");
            if (Files.isRegularFile(candidate.resolve("MANIFEST.csv"))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static boolean present() {
        return directory().isPresent();
    }

    static Stream<SampleImage> all() throws IOException {
        if (!present()) {
            return Stream.of();
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory().get().resolve("files"))) {
            files = listed.sorted().toList();
        }
        return files.stream().map(SampleImages::read).flatMap(Optional::stream);
    }

    /** The image of a file; empty if it is none, is damaged or not native. */
    static Optional<SampleImage> read(Path path) {
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(path))) {
            Part10Header header = Part10Header.read(in);
            if (!header.transferSyntax().isNative()) {
                return Optional.empty();
            }
            Attributes attributes = DatasetReader.read(header.dataset(), header.transferSyntax());
            for (int tag : new int[] {Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData}) {
                byte[] pixels = attributes.getBytes(tag);
                if (pixels != null && pixels.length > 0) {
                    attributes.remove(tag);
                    if (tag != Tag.PixelData) {
                        attributes.setNull(tag, VR.OF);
                    }
                    SampleImage image = new SampleImage(path, attributes, pixels);
                    image.frame(1);
                    return Optional.of(image);
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
