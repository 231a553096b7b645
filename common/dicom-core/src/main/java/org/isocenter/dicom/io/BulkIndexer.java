/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.io.DicomFormatException.Reason;

/** Leaves long values in the object and notes where pixel data lie. */
final class BulkIndexer implements BulkHandler {
    private static final int MAX_TABLE = 16 * 1024 * 1024;
    private static final int LONGEST_MARKER = 12;
    private static final int OFFSET = 4;
    private static final int LONG_OFFSET = 8;
    private static final long[] NO_TABLE = {};

    private final ScanLimits limits;
    private final FragmentTable fragments = new FragmentTable();
    private BulkData pixelData;
    private long[] offsetTable = NO_TABLE;
    private long[] extendedOffsetTable = NO_TABLE;

    BulkIndexer(ScanLimits limits) {
        this.limits = limits;
    }

    static boolean isPixelData(int tag) {
        return tag == Tag.PixelData || tag == Tag.FloatPixelData || tag == Tag.DoubleFloatPixelData;
    }

    @Override
    public Object takeValue(Attributes holder, int tag, VR vr, long length, ElementInput in) throws IOException {
        boolean pixels = isPixelData(tag);
        boolean bulk = pixels || vr.isBulk() && length > limits.bulkThreshold();
        if (!bulk || vr == VR.UN && Dictionary.vrOf(tag) == VR.SQ && length <= limits.maxHeaderLength()) {
            return null;
        }
        if (length > limits.maxElementLength()) {
            throw DicomFormatException.at(Reason.ELEMENT_TOO_LONG, tag, in.position());
        }
        BulkData value = new BulkData(in.position(), length);
        if (pixels && holder.parent() == null) {
            pixelData = value;
        }
        if (tag == Tag.ExtendedOffsetTable && holder.parent() == null && length <= MAX_TABLE) {
            extendedOffsetTable = numbers(in.readBytes(tag, (int) length), LONG_OFFSET);
        } else {
            in.skip(tag, length);
        }
        return value;
    }

    @Override
    public FragmentHandler takeFragments(Attributes holder, int tag, VR vr, ElementInput in) {
        BulkData value = new BulkData(in.position(), BulkData.UNDEFINED_LENGTH);
        boolean indexed = isPixelData(tag) && holder.parent() == null;
        if (indexed) {
            pixelData = value;
        }
        return new Fragment(tag, value, indexed);
    }

    /** The frames once the whole data set was read. */
    FrameIndex frames(Attributes attributes, TransferSyntax transferSyntax) {
        if (pixelData == null) {
            return FrameIndex.EMPTY;
        }
        if (!pixelData.encapsulated()) {
            return PixelGeometry.nativeFrames(attributes, pixelData.offset(), pixelData.length());
        }
        if (extendedOffsetTable.length == 0 && attributes.getBytes(Tag.ExtendedOffsetTable) != null) {
            extendedOffsetTable = numbers(attributes.getBytes(Tag.ExtendedOffsetTable), LONG_OFFSET);
        }
        int frames = attributes.containsValue(Tag.NumberOfFrames) ? PixelGeometry.numberOfFrames(attributes) : 0;
        return fragments.frames(frames, transferSyntax.isVideo(), extendedOffsetTable, offsetTable);
    }

    private static long[] numbers(byte[] bytes, int size) {
        long[] numbers = new long[bytes.length / size];
        for (int i = 0; i < numbers.length; i++) {
            for (int b = size - 1; b >= 0; b--) {
                numbers[i] = numbers[i] << 8 | bytes[i * size + b] & 0xFF;
            }
        }
        return numbers;
    }

    /** Takes the items of one encapsulated value. */
    private final class Fragment implements FragmentHandler {
        private final int tag;
        private final BulkData value;
        private final boolean indexed;
        private boolean tableMet;

        Fragment(int tag, BulkData value, boolean indexed) {
            this.tag = tag;
            this.value = value;
            this.indexed = indexed;
        }

        @Override
        public void fragment(long length, ElementInput in) throws IOException {
            if (!indexed) {
                in.skip(tag, length);
            } else if (!tableMet) {
                tableMet = true;
                readTable(length, in);
            } else {
                int ahead = in.peek((int) Math.min(length, LONGEST_MARKER));
                boolean starts = CodestreamMarkers.startsAt(in, (int) Math.min(length, ahead));
                fragments.add(in.position() - LONG_OFFSET, length, starts);
                in.skip(tag, length);
            }
        }

        private void readTable(long length, ElementInput in) throws IOException {
            if (length > MAX_TABLE) {
                in.skip(tag, length);
            } else {
                offsetTable = numbers(in.readBytes(tag, (int) length), OFFSET);
            }
        }

        @Override
        public Object end() {
            return value;
        }
    }
}
