/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.VR;

/** How many bytes elements take when written. */
final class EncodedLength {
    private static final int ITEM_HEADER = 8;
    private static final int GROUP_LENGTH = 12;
    private static final int MAX_SHORT_LENGTH = 0xFFFF;

    private EncodedLength() {}

    /** A value too long for the header of its VR is written as UN (PS3.5 6.2.2). */
    static VR writtenVr(VR vr, long length, boolean explicit) {
        return explicit && length > MAX_SHORT_LENGTH && !vr.hasLongHeader() ? VR.UN : vr;
    }

    /** The elements of a data set or item, without an item's header and delimiter. */
    static long ofElements(Attributes attributes, boolean explicit) {
        long length = 0;
        for (int i = 0; i < attributes.size(); i++) {
            length += ofElement(attributes, i, explicit);
        }
        return length;
    }

    /** The elements of one group from an index on; negative if that is not known. */
    static long ofGroup(Attributes attributes, int from, boolean explicit) {
        long length = 0;
        if (from >= attributes.size()) {
            return 0;
        }
        int group = attributes.tagAt(from - 1) >>> 16;
        for (int i = from; i < attributes.size() && attributes.tagAt(i) >>> 16 == group; i++) {
            if (attributes.valueAt(i) instanceof BulkData bulk && bulk.encapsulated()) {
                return -1;
            }
            length += ofElement(attributes, i, explicit);
        }
        return length;
    }

    private static long ofElement(Attributes attributes, int index, boolean explicit) {
        if ((attributes.tagAt(index) & 0xFFFF) == 0) {
            return GROUP_LENGTH; // written anew, whatever length its value came with
        }
        VR vr = attributes.vrAt(index);
        Object value = attributes.valueAt(index);
        long length;
        if (value instanceof Sequence sequence) {
            length = ofItems(sequence, explicit && vr != VR.UN) + (sequence.undefinedLength() ? ITEM_HEADER : 0);
        } else if (value instanceof Fragments fragments) {
            length = ITEM_HEADER * (fragments.isEmpty() ? 2 : 1);
            for (byte[] fragment : fragments) {
                length += ITEM_HEADER + fragment.length + (fragment.length & 1);
            }
        } else if (value instanceof BulkData bulk) {
            length = bulk.length() + (bulk.length() & 1);
        } else {
            int bytes = ((byte[]) value).length;
            length = bytes + (bytes & 1);
        }
        VR written = writtenVr(vr, isPlain(value) ? length : 0, explicit);
        return length + (explicit && (written.hasLongHeader() || value instanceof Sequence) ? 12 : 8);
    }

    private static boolean isPlain(Object value) {
        return value instanceof byte[] || value instanceof BulkData;
    }

    /** The items of a sequence with their headers and delimiters, without the sequence's own. */
    static long ofItems(Sequence sequence, boolean explicit) {
        long length = 0;
        for (Attributes item : sequence) {
            length += ITEM_HEADER + ofElements(item, explicit) + (item.undefinedLength() ? ITEM_HEADER : 0);
        }
        return length;
    }
}
