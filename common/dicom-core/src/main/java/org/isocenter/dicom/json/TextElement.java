/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.value.BinaryNumbers;

/**
 * One element of a JSON or XML document while its parts are read, in any order; then stored in a data set.
 *
 * <p>Not safe for use by several threads.
 */
public final class TextElement {

    private final int tag;
    private final List<String> values = new ArrayList<>();
    private final List<Attributes> items = new ArrayList<>();
    private VR vr;
    private byte[] bytes;
    private String uri;

    /** Begins an element. */
    public TextElement(int tag) {
        this.tag = tag;
    }

    /** Sets the VR; without it the dictionary's is taken. */
    public void setVr(VR newVr) {
        vr = newVr;
    }

    /** Sets the value given inline. */
    public void setBytes(byte[] newBytes) {
        bytes = newBytes;
    }

    /** Sets the address of the value. */
    public void setUri(String newUri) {
        uri = newUri;
    }

    /** Adds a value, empty for an empty one. */
    public void add(String value) {
        values.add(value);
    }

    /** Adds an item. */
    public void addItem(Attributes item) {
        items.add(item);
    }

    /**
     * Stores the element.
     *
     * @throws IOException if the source cannot give a referred value
     * @throws NumberFormatException if a value is no number of the VR
     */
    public void storeIn(Attributes attributes, BulkDataSource source) throws IOException {
        VR known = vr != null ? vr : Dictionary.vrOf(tag);
        if (known == VR.SQ) {
            Sequence sequence = attributes.newSequence(tag);
            sequence.addAll(items);
        } else if (uri != null) {
            storeValue(attributes, known, source.valueOf(tag, known, uri));
        } else if (bytes != null) {
            storeValue(attributes, known, bytes);
        } else if (values.isEmpty()) {
            attributes.setNull(tag, known);
        } else if (BinaryNumbers.width(known) > 0) {
            storeValue(attributes, known, BinaryNumbers.toBytes(values, known));
        } else if (known.isBulk()) {
            throw new NumberFormatException("values of a binary VR");
        } else {
            attributes.setString(tag, known, values.toArray(new String[0]));
        }
    }

    private void storeValue(Attributes attributes, VR known, Object value) {
        if (value == null) {
            attributes.setNull(tag, known);
        } else if (value instanceof byte[] given) {
            attributes.setBytes(tag, known, given);
        } else {
            attributes.setValue(tag, known, value);
        }
    }
}
