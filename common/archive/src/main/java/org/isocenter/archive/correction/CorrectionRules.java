/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.Locale;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;

/** What a correction may do. Messages name attributes, never values. */
public final class CorrectionRules {

    private static final int MAX_NESTING = 8;
    private static final int MAX_ATTRIBUTES = 500;

    private int attributes;

    private CorrectionRules() {}

    /**
     * Checks changes of a scope.
     *
     * @throws ArchiveException BAD_REQUEST if there are none, one is not of the level, or a value is none of its VR
     */
    public static void check(CorrectionScope scope, AttributeChanges changes) {
        if (changes.isEmpty()) {
            throw refused("A correction sets or removes at least one attribute.");
        }
        new CorrectionRules().checkAll(scope, changes);
    }

    private void checkAll(CorrectionScope scope, AttributeChanges changes) {
        Attributes set = changes.set();
        for (int position = 0; position < set.size(); position++) {
            int tag = set.tagAt(position);
            if (tag == Tag.SpecificCharacterSet) {
                continue; // says how the values given are written, and nothing of the data sets
            }
            checkLevel(scope, tag);
            if (changes.removed().contains(tag)) {
                throw refused(name(tag) + " is both set and removed.");
            }
            if (!set.containsValue(tag) && !CorrectableTags.mayBeEmpty(scope, tag)) {
                throw refused(name(tag) + " cannot be empty.");
            }
            checkValue(set, position, 0);
        }
        for (int tag : changes.removed()) {
            checkLevel(scope, tag);
            if (!CorrectableTags.isRemovable(tag)) {
                throw refused(name(tag) + " cannot be removed; it can be set to an empty value.");
            }
        }
    }

    private static void checkLevel(CorrectionScope scope, int tag) {
        if (!CorrectableTags.isAllowed(scope, tag)) {
            throw refused(name(tag) + " cannot be corrected at the level of the "
                    + scope.name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    private void checkValue(Attributes holder, int position, int nesting) {
        int tag = holder.tagAt(position);
        VR vr = holder.vrAt(position);
        attributes++;
        if (nesting > MAX_NESTING || attributes > MAX_ATTRIBUTES) {
            throw refused("A correction has up to " + MAX_ATTRIBUTES + " attributes, nested " + MAX_NESTING
                    + " times at the most.");
        }
        if (Dictionary.keywordOf(tag) == null) {
            throw refused(name(tag) + " is not in the dictionary.");
        }
        if (Dictionary.vrOf(tag) != vr) {
            throw refused(name(tag) + " is of VR " + Dictionary.vrOf(tag) + ".");
        }
        if (holder.valueAt(position) instanceof Sequence items) {
            for (Attributes item : items) {
                for (int each = 0; each < item.size(); each++) {
                    if (item.tagAt(each) != Tag.SpecificCharacterSet) {
                        checkValue(item, each, nesting + 1);
                    }
                }
            }
        } else if (vr.isText()) {
            String problem = TextRules.problem(tag, vr, holder.getStrings(tag));
            if (problem != null) {
                throw refused(name(tag) + " " + problem + ".");
            }
        } else if (vr.isBulk()) {
            throw refused(name(tag) + " is of a VR that cannot be corrected.");
        }
    }

    private static String name(int tag) {
        String keyword = Dictionary.keywordOf(tag);
        String number = String.format(Locale.ROOT, "(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
        return keyword == null ? number : keyword + " " + number;
    }

    private static ArchiveException refused(String message) {
        return new ArchiveException(ErrorCode.BAD_REQUEST, message);
    }
}
