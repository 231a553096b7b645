/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.ByteArrayInputStream;
import java.util.Arrays;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.json.DicomJson;

/** Asks for every value in every way. */
final class Values {

    private Values() {}

    static void decodeAll(Attributes attributes) {
        for (int tag : attributes.tags()) {
            attributes.getStrings(tag);
            attributes.getString(tag);
            attributes.getInt(tag, 0);
            attributes.getBytes(tag);
            Sequence sequence = attributes.getSequence(tag);
            if (sequence != null) {
                sequence.forEach(Values::decodeAll);
            }
        }
    }

    /** As DICOM JSON and back: what is written can be read, and gives the same again. */
    static void throughJson(Attributes attributes) {
        byte[] json = DicomJson.toBytes(attributes, (path, vr, bulk) -> null);
        Attributes read = Check.own(() -> DicomJson.read(new ByteArrayInputStream(json)));
        byte[] again = DicomJson.toBytes(read, (path, vr, bulk) -> null);
        Check.require(Arrays.equals(json, again), "DICOM JSON differs after it was read");
    }
}
