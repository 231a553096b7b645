/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.util.List;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.UidRules;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;

/** Reads what requests must have. */
final class ReferenceItems {

    private ReferenceItems() {}

    /** The items of a sequence; none if it is not there. */
    static List<Attributes> of(Attributes holder, int tag) {
        Sequence sequence = holder.getSequence(tag);
        return sequence == null ? List.of() : sequence;
    }

    /** The items of a sequence that has to have some; BAD_REQUEST if it has not. */
    static List<Attributes> required(Attributes holder, int tag) {
        List<Attributes> items = of(holder, tag);
        if (items.isEmpty()) {
            throw new ArchiveException(
                    ErrorCode.BAD_REQUEST, "A study, series or class is named without its instances.");
        }
        return items;
    }

    /** A UID that has to be there; BAD_REQUEST if it is not. */
    static String uid(Attributes item, int tag) {
        String uid = item.getString(tag);
        if (uid == null || !UidRules.isValid(uid)) {
            throw new ArchiveException(ErrorCode.BAD_REQUEST, "A reference lacks a UID, or has what is none.");
        }
        return uid;
    }
}
