/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.FrameIndex;
import org.isocenter.dicom.io.FrameRange;
import org.isocenter.retrieve.send.BodyWriter;

/** The frames of a deflated data set, whose row has no index of frames. */
final class InflatedPixels {

    private InflatedPixels() {}

    /** Where the frames lie in the inflated data set, or in the value if the row holds it (PS3.3 C.7.6.3). */
    static FrameIndex index(Attributes attributes) {
        long bits = (long) attributes.getInt(Tag.Rows, 0)
                * attributes.getInt(Tag.Columns, 0)
                * attributes.getInt(Tag.SamplesPerPixel, 1)
                * attributes.getInt(Tag.BitsAllocated, 8);
        long start = attributes.getValue(Tag.PixelData) instanceof BulkData bulk ? bulk.offset() : 0;
        return FrameIndex.ofNative(start, bits, Math.max(1, attributes.getInt(Tag.NumberOfFrames, 1)));
    }

    /** A frame, counted from 0; nothing is inflated before it goes out. */
    static Content frame(
            ObjectStore objects, StoredInstance instance, Attributes attributes, FrameIndex index, int frame) {
        FrameRange range = index.frame(frame);
        if (attributes.getValue(Tag.PixelData) instanceof byte[] small) {
            int from = Math.toIntExact(range.offset());
            byte[] bytes = Arrays.copyOfRange(small, from, from + Math.toIntExact(range.length()));
            return new BytesContent(index.extract(frame, bytes));
        }
        return index.frameBits() % 8 == 0
                ? new InflatedContent(objects, instance, range.offset(), range.length())
                : new Bits(objects, instance, index, frame);
    }

    /** A frame of single bits, which may begin within a byte. */
    private record Bits(ObjectStore objects, StoredInstance instance, FrameIndex index, int frame) implements Content {
        @Override
        public OptionalLong length() {
            return OptionalLong.of((index.frameBits() + 7) / 8);
        }

        @Override
        public void writeTo(BodyWriter out) throws IOException {
            FrameRange range = index.frame(frame);
            FrameSource.checkLength(range.length());
            byte[] bytes = InflatedRange.read(objects, instance, range.offset(), (int) range.length());
            byte[] extracted = index.extract(frame, bytes);
            out.write(extracted, 0, extracted.length);
        }
    }
}
