/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.isocenter.dicom.charset.SpecificCharacterSet;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/**
 * Makes a data set with corrections, and tells in it what was there before: an item of Original Attributes Sequence (0400,0561) for
 * each correction that changed something, behind the items that it came with (PS3.3 C.12.1.1.9).
 */
final class AttributeCorrector {

    static final String MODIFYING_SYSTEM = "ISOCENTER";

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern(
                    "yyyyMMddHHmmss.SSS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Attributes result;
    private List<String> replacedCharacterSet;

    private AttributeCorrector(Attributes result, List<String> replacedCharacterSet) {
        this.result = result;
        this.replacedCharacterSet = replacedCharacterSet;
    }

    static Attributes apply(Attributes stored, List<Correction> corrections) {
        SpecificCharacterSet characterSet = stored.getSpecificCharacterSet();
        boolean fits = corrections.stream().allMatch(each -> fits(each.changes().set(), characterSet));
        AttributeCorrector corrector = fits
                ? new AttributeCorrector(new Attributes(stored), List.of())
                : new AttributeCorrector(inUtf8(stored), characterSet.codes());
        corrections.forEach(corrector::apply);
        return corrector.result;
    }

    /** Whether all text, that of items too, can be written in a character set. */
    private static boolean fits(Attributes set, SpecificCharacterSet characterSet) {
        for (int position = 0; position < set.size(); position++) {
            if (set.valueAt(position) instanceof Sequence items) {
                if (!items.stream().allMatch(item -> fits(item, characterSet))) {
                    return false;
                }
            } else if (set.vrAt(position).usesSpecificCharacterSet()
                    && !Arrays.stream(set.getStrings(set.tagAt(position))).allMatch(characterSet::canEncode)) {
                return false;
            }
        }
        return true;
    }

    /** PS3.3 C.12.1.1.2: what cannot be written in the character set at hand makes all of it Unicode in UTF-8. */
    private static Attributes inUtf8(Attributes stored) {
        Attributes unicode = new Attributes(stored.size() + 8);
        unicode.setSpecificCharacterSet("ISO_IR 192");
        for (int tag : stored.tags()) {
            if (tag != Tag.SpecificCharacterSet) {
                unicode.addSelected(stored, tag);
            }
        }
        return unicode;
    }

    private void apply(Correction correction) {
        Attributes set = correction.changes().set();
        boolean changes = Arrays.stream(set.tags()).anyMatch(tag -> isChanged(set, tag))
                || correction.changes().removed().stream().anyMatch(result::contains);
        if (!changes) {
            return;
        }
        Attributes before = newItem(correction);
        for (int tag : set.tags()) {
            if (isChanged(set, tag)) {
                keep(before, tag, set.getVR(tag));
                result.addSelected(set, tag);
            }
        }
        for (int tag : correction.changes().removed()) {
            if (result.contains(tag)) {
                keep(before, tag, result.getVR(tag));
                result.remove(tag);
            }
        }
        if (before.contains(Tag.PatientID) && !before.contains(Tag.IssuerOfPatientID)) {
            // says whose Patient ID it was
            keep(before, Tag.IssuerOfPatientID, VR.LO);
        }
    }

    private boolean isChanged(Attributes set, int tag) {
        if (tag == Tag.SpecificCharacterSet) {
            return false;
        }
        Object now = result.getValue(tag);
        if (now == null) {
            return true;
        }
        VR vr = set.getVR(tag);
        if (now instanceof byte[] && vr.isText() && result.getVR(tag) == vr) {
            return !Arrays.equals(result.getStrings(tag), set.getStrings(tag));
        }
        Attributes both = new Attributes();
        both.setSpecificCharacterSet(result.getSpecificCharacterSet().codes().toArray(String[]::new));
        both.addSelected(set, tag);
        return !now.equals(both.getValue(tag))
                && !(now instanceof byte[] bytes && Arrays.equals(bytes, both.getBytes(tag)));
    }

    /** The item of Modified Attributes Sequence (0400,0550), in a new item of Original Attributes Sequence. */
    private Attributes newItem(Correction correction) {
        Sequence original = result.getSequence(Tag.OriginalAttributesSequence);
        if (original == null) {
            original = result.newSequence(Tag.OriginalAttributesSequence);
        }
        Attributes item = new Attributes(6);
        original.add(item);
        item.setString(Tag.AttributeModificationDateTime, VR.DT, dateTime(correction.at()));
        item.setString(Tag.ModifyingSystem, VR.LO, MODIFYING_SYSTEM);
        item.setNull(Tag.SourceOfPreviousValues, VR.LO);
        item.setString(
                Tag.ReasonForTheAttributeModification,
                VR.CS,
                correction.reason().name());
        Attributes before = new Attributes();
        item.newSequence(Tag.ModifiedAttributesSequence).add(before);
        if (!replacedCharacterSet.isEmpty()) {
            // it was replaced too; its old value tells how those beside it are written
            before.setSpecificCharacterSet(replacedCharacterSet.toArray(String[]::new));
            replacedCharacterSet = List.of();
        }
        return before;
    }

    private static String dateTime(Instant at) {
        return DATE_TIME.format(at);
    }

    /** The value as it is now; none for one that is absent, and for what lies elsewhere, which stays there. */
    private void keep(Attributes before, int tag, VR vr) {
        if (!result.contains(tag) || result.getValue(tag) instanceof BulkData) {
            before.setNull(tag, vr);
            return;
        }
        before.addSelected(result, tag);
        if (before.getSequence(tag) != null) {
            before.getSequence(tag).forEach(AttributeCorrector::emptyBulk);
        }
    }

    private static void emptyBulk(Attributes item) {
        for (int tag : item.tags()) {
            if (item.getValue(tag) instanceof BulkData) {
                item.setNull(tag, item.getVR(tag));
            } else if (item.getSequence(tag) != null) {
                item.getSequence(tag).forEach(AttributeCorrector::emptyBulk);
            }
        }
    }
}
