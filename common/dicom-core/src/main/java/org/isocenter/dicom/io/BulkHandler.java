/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.VR;

/** Decides on values that need not be kept in memory; the input stands at the first byte of the value. */
interface BulkHandler {
    /** Keeps every value. */
    BulkHandler KEEP_ALL = new BulkHandler() {
        @Override
        public Object takeValue(Attributes holder, int tag, VR vr, long length, ElementInput in) {
            return null;
        }

        @Override
        public FragmentHandler takeFragments(Attributes holder, int tag, VR vr, ElementInput in) {
            return null;
        }
    };

    /** What the parser is told instead of a value when the element is not to be kept at all. */
    Object DROPPED = new Object();

    /**
     * Consumes a value of known length, or leaves it to the parser.
     *
     * @return the value to keep, {@link #DROPPED}, or null if nothing was consumed
     */
    Object takeValue(Attributes holder, int tag, VR vr, long length, ElementInput in) throws IOException;

    /** Who takes the fragments of encapsulated data; null if they are to be kept in memory. */
    FragmentHandler takeFragments(Attributes holder, int tag, VR vr, ElementInput in) throws IOException;

    /** Takes the items of encapsulated data, the basic offset table first. */
    interface FragmentHandler {
        /** Consumes the fragment's bytes; the input stands after the item's header. */
        void fragment(long length, ElementInput in) throws IOException;

        /** The value to keep for the element once the delimiter was met. */
        Object end() throws IOException;
    }
}
