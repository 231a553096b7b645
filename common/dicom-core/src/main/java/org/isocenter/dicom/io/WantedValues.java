/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;
import java.util.function.IntPredicate;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.VR;

/** Passes over values of the data set itself that nobody wants; those within sequences are kept. */
record WantedValues(IntPredicate wanted) implements BulkHandler {

    @Override
    public Object takeValue(Attributes holder, int tag, VR vr, long length, ElementInput in) throws IOException {
        if (holder.parent() != null || wanted.test(tag)) {
            return null;
        }
        in.skip(tag, length);
        return DROPPED;
    }

    @Override
    public FragmentHandler takeFragments(Attributes holder, int tag, VR vr, ElementInput in) {
        return null;
    }
}
