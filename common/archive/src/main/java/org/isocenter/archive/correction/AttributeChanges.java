/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/**
 * What a correction does to a data set.
 *
 * @param set the attributes that it sets, an empty value is an empty attribute; not to be changed
 * @param removed the tags of those that it removes
 */
public record AttributeChanges(Attributes set, SortedSet<Integer> removed) {

    /** Nothing. */
    public static final AttributeChanges NONE = new AttributeChanges(new Attributes(0), Collections.emptySortedSet());

    /** Takes over the attributes. */
    public AttributeChanges {
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    }

    /** Whether it does nothing: the character set says how the values given are written, no more. */
    public boolean isEmpty() {
        return set.size() == (set.contains(Tag.SpecificCharacterSet) ? 1 : 0) && removed.isEmpty();
    }
}
