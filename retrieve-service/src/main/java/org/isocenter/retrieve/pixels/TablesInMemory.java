/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.pixels;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.VR;
import org.isocenter.retrieve.content.BulkSource;

/**
 * Reads what rendering needs of the values that a row leaves in the object: lookup tables, palettes, profiles, overlays and
 * graphics. Thread-safe, but for the data set that it changes.
 */
@ApplicationScoped
public class TablesInMemory {

    /** Bytes of all tables of an instance: those of 16 bits have 128 KiB each. */
    private static final long MAX_LENGTH = 16L << 20;

    private static final int IMAGE_GROUP = 0x0028;
    private static final int PRESENTATION_GROUP = 0x0070;
    private static final int FIRST_OVERLAY_GROUP = 0x6000;
    private static final int LAST_OVERLAY_GROUP = 0x601E;

    private final BulkSource values;

    /** Out of objects. */
    public TablesInMemory(BulkSource values) {
        this.values = values;
    }

    /** Bytes that {@link #load} would read. */
    public long length(Attributes attributes) {
        long length = 0;
        for (int position = 0; position < attributes.size(); position++) {
            Object value = attributes.valueAt(position);
            if (value instanceof Sequence sequence) {
                for (Attributes item : sequence) {
                    length += length(item);
                }
            } else if (isWanted(attributes.tagAt(position), value)) {
                length += ((BulkData) value).length();
            }
        }
        return length;
    }

    /**
     * Puts the values into the data set.
     *
     * @param attributes of the instance; changed
     * @throws ArchiveException LIMIT_EXCEEDED if they are too long, OBJECT_DAMAGED if they cannot be read
     */
    public void load(StoredInstance instance, Attributes attributes) {
        if (length(attributes) > MAX_LENGTH) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "The tables of the instance are too long.");
        }
        loadInto(instance, attributes);
    }

    private void loadInto(StoredInstance instance, Attributes attributes) {
        for (int position = 0; position < attributes.size(); position++) {
            int tag = attributes.tagAt(position);
            Object value = attributes.valueAt(position);
            if (value instanceof Sequence sequence) {
                for (Attributes item : sequence) {
                    loadInto(instance, item);
                }
            } else if (isWanted(tag, value)) {
                VR vr = attributes.vrAt(position);
                BulkData bulk = (BulkData) value;
                byte[] bytes = CollectedBytes.of(values.value(instance, bulk, vr), bulk.length());
                attributes.setValue(tag, vr, bytes);
            }
        }
    }

    private static boolean isWanted(int tag, Object value) {
        int group = tag >>> 16;
        return value instanceof BulkData bulk
                && !bulk.encapsulated()
                && (group == IMAGE_GROUP
                        || group == PRESENTATION_GROUP
                        || (group >= FIRST_OVERLAY_GROUP && group <= LAST_OVERLAY_GROUP));
    }
}
