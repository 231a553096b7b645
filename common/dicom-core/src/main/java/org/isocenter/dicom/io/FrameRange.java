/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Where a frame lies in a data set.
 *
 * @param offset bytes from the start of the data set; of an encapsulated frame, to the header of its first item
 * @param length bytes; of an encapsulated frame, up to the end of its last item, with the items' headers
 * @param encapsulated whether the range is made of items
 * @param fragmented whether these are more than one
 */
public record FrameRange(long offset, long length, boolean encapsulated, boolean fragmented) {
    private static final int ITEM_HEADER = 8;

    /** The frame's bytes from those of the range: without items' headers. */
    public byte[] strip(byte[] range) {
        if (!encapsulated) {
            return range;
        }
        if (!fragmented) {
            return Arrays.copyOfRange(range, ITEM_HEADER, range.length);
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream(range.length);
        int at = 0;
        while (at + ITEM_HEADER <= range.length) {
            int length = FragmentStream.lengthAt(range, at);
            int available = Math.min(length, range.length - at - ITEM_HEADER);
            if (available < 0) {
                break;
            }
            frame.write(range, at + ITEM_HEADER, available);
            at += ITEM_HEADER + available;
        }
        return frame.toByteArray();
    }

    /** The frame's bytes from a stream of the range. */
    public InputStream strip(InputStream range) throws IOException {
        return encapsulated ? new FragmentStream(range) : range;
    }

    /** The frame's length without items' headers if it has one item or none; -1 if only its items tell. */
    public long strippedLength() {
        if (fragmented) {
            return -1;
        }
        return encapsulated ? length - ITEM_HEADER : length;
    }
}
