/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/**
 * A coded concept (PS3.3 8).
 *
 * @param value Code Value
 * @param scheme Coding Scheme Designator
 * @param meaning Code Meaning
 */
record Code(String value, String scheme, String meaning) {

    static Code dcm(String value, String meaning) {
        return new Code(value, "DCM", meaning);
    }

    static Code sct(String value, String meaning) {
        return new Code(value, "SCT", meaning);
    }

    Attributes item() {
        Attributes item = new Attributes();
        item.setString(Tag.CodeValue, VR.SH, value);
        item.setString(Tag.CodingSchemeDesignator, VR.SH, scheme);
        item.setString(Tag.CodeMeaning, VR.LO, meaning);
        return item;
    }

    void writeTo(Attributes attributes, int sequenceTag) {
        attributes.newSequence(sequenceTag).add(item());
    }
}
