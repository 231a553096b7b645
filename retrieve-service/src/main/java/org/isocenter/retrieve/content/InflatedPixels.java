/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.util.Arrays;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Tag;

/** The pixels of a deflated data set (PS3.5 A.5): inflated from the start up to what is wanted. */
final class InflatedPixels {

    private final ObjectStore objects;
    private final StoredInstance instance;
    private final Attributes attributes;

    InflatedPixels(ObjectStore objects, StoredInstance instance, Attributes attributes) {
        this.objects = objects;
        this.instance = instance;
        this.attributes = attributes;
    }

    /** A frame, counted from 0. */
    byte[] read(PixelFormat format, int frame) {
        long firstBit = frame * format.bitsPerFrame();
        int length = Math.toIntExact((firstBit % 8 + format.bitsPerFrame() + 7) / 8);
        byte[] bytes = read(firstBit / 8, length);
        return format.isByteAligned() ? bytes : ShiftedContent.extract(bytes, (int) (firstBit % 8), format.bitsPerFrame());
    }

    private byte[] read(long offset, int length) {
        if (attributes.getValue(Tag.PixelData) instanceof byte[] small) {
            return Arrays.copyOfRange(small, Math.toIntExact(offset), Math.toIntExact(offset + length));
        }
        BulkData bulk = (BulkData) attributes.getValue(Tag.PixelData);
        return InflatedRange.read(objects, instance, bulk.offset() + offset, length);
    }
}
