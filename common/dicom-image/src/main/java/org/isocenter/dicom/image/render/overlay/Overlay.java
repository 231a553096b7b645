/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.PixelMatrix;

/**
 * The bits of an overlay plane for one frame (PS3.3 C.9.2). Bits beyond the end of its data are not set.
 *
 * @param group 0x6000 to 0x601E
 * @param rows of the plane
 * @param columns of the plane
 * @param originRow the row of the image under the first of the plane, from 1 on
 * @param originColumn the column of the image under the first of the plane, from 1 on
 * @param bits packed, the first in the lowest bit of a byte
 * @param firstBit where the frame's bits begin
 */
public record Overlay(int group, int rows, int columns, int originRow, int originColumn, byte[] bits, long firstBit) {

    private static final int FIRST_GROUP = 0x6000;
    private static final int LAST_GROUP = 0x601E;

    /** The planes that a data set has in its Overlay Data, or in unused bits of its pixels, for a frame. */
    public static List<Overlay> all(Attributes header, Frame frame, int frameNumber) {
        List<Overlay> overlays = new ArrayList<>();
        for (int group = FIRST_GROUP; group <= LAST_GROUP; group += 2) {
            Optional<Overlay> overlay = of(header, group, frameNumber);
            (overlay.isPresent() ? overlay : embedded(header, group, frame)).ifPresent(overlays::add);
        }
        return overlays;
    }

    /** The plane of a group that has Overlay Data for a frame. */
    public static Optional<Overlay> of(Attributes header, int group, int frameNumber) {
        byte[] data = header.getBytes(tag(group, Tag.OverlayData));
        int rows = header.getInt(tag(group, Tag.OverlayRows), 0);
        int columns = header.getInt(tag(group, Tag.OverlayColumns), 0);
        long plane = (long) frameNumber - header.getInt(tag(group, Tag.ImageFrameOrigin), 1);
        int planes = Math.max(1, header.getInt(tag(group, Tag.NumberOfFramesInOverlay), 1));
        if (data == null || data.length == 0 || rows <= 0 || columns <= 0) {
            return Optional.empty();
        }
        if (!header.contains(tag(group, Tag.NumberOfFramesInOverlay))) {
            plane = 0; // PS3.3 C.9.3: one plane for all frames
        }
        if (plane < 0 || plane >= planes) {
            return Optional.empty();
        }
        return Optional.of(new Overlay(
                group,
                rows,
                columns,
                origin(header, group, 0),
                origin(header, group, 1),
                data,
                plane * rows * columns));
    }

    /** The retired form: one bit of each pixel's cell. */
    private static Optional<Overlay> embedded(Attributes header, int group, Frame frame) {
        FrameFormat format = frame.format();
        int position = header.getInt(tag(group, Tag.OverlayBitPosition), 0);
        boolean outside = position > format.highBit() || position <= format.highBit() - format.bitsStored();
        int bytes = format.bitsAllocated() / 8;
        if (!header.contains(tag(group, Tag.OverlayRows))
                || header.contains(tag(group, Tag.OverlayData))
                || format.samplesPerPixel() != 1
                || position < 0
                || position >= format.bitsAllocated()
                || !outside
                || bytes == 0) {
            return Optional.empty();
        }
        int count = format.rows() * format.columns();
        byte[] bits = new byte[(count + 7) / 8];
        for (int pixel = 0; pixel < count; pixel++) {
            int cell = frame.samples()[pixel * bytes + position / 8];
            bits[pixel >> 3] |= (byte) ((cell >> position % 8 & 1) << (pixel & 7));
        }
        return Optional.of(new Overlay(
                group, format.rows(), format.columns(), origin(header, group, 0), origin(header, group, 1), bits, 0));
    }

    private static int origin(Attributes header, int group, int index) {
        int[] values = header.getInts(tag(group, Tag.OverlayOrigin));
        return index < values.length ? (short) values[index] : 1;
    }

    /** The tag of an element of a repeating group. */
    public static int tag(int group, int ofFirstGroup) {
        return group << 16 | (ofFirstGroup & 0xFFFF);
    }

    /** Paints its bits onto an image. */
    public void paint(PixelMatrix image, int grey) {
        int left = originColumn - 1;
        int top = originRow - 1;
        int firstX = Math.max(0, -left);
        int endX = Math.min(columns, image.width() - left);
        int endY = Math.min(rows, image.height() - top);
        for (int y = Math.max(0, -top); y < endY; y++) {
            for (int x = firstX; x < endX; x++) {
                if (isSet(firstBit + (long) y * columns + x)) {
                    image.paint(left + x, top + y, grey);
                }
            }
        }
    }

    private boolean isSet(long bit) {
        long at = bit >> 3;
        return at < bits.length && (bits[(int) at] >> (bit & 7) & 1) != 0;
    }
}
