/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.find;

import java.util.Arrays;

import org.isocenter.dicom.charset.SpecificCharacterSet;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.query.index.PatientTotals;

/** Makes the identifiers of pending responses: the attributes asked for and no others (PS3.4 C.4.1.1.3.2). Immutable. */
final class MatchIdentifier {

    private final Attributes keys;
    private final String level;
    private final String retrieveAet;
    private final SpecificCharacterSet wanted;

    /**
     * For the matches of one request.
     *
     * @param retrieveAet the AE title to retrieve from
     */
    MatchIdentifier(FindRequest request, String retrieveAet) {
        this.keys = request.keys();
        this.level = request.level().name();
        this.retrieveAet = retrieveAet;
        this.wanted = keys.getSpecificCharacterSet();
    }

    /** The identifier of a match whose text is in UTF-8; totals are null where they are not wanted. */
    Attributes of(Attributes match, PatientTotals totals) {
        Attributes identifier = new Attributes(keys.size() + 3);
        identifier.setSpecificCharacterSet("ISO_IR 192");
        select(keys, match, identifier);
        if (totals != null) {
            setIfWanted(identifier, Tag.NumberOfPatientRelatedStudies, totals.studies());
            setIfWanted(identifier, Tag.NumberOfPatientRelatedSeries, totals.series());
            setIfWanted(identifier, Tag.NumberOfPatientRelatedInstances, totals.instances());
        }
        identifier.setString(Tag.QueryRetrieveLevel, VR.CS, level);
        identifier.setString(Tag.RetrieveAETitle, VR.AE, retrieveAet);
        return inCharacterSetOfRequest(identifier);
    }

    private void setIfWanted(Attributes identifier, int tag, int value) {
        if (keys.contains(tag)) {
            identifier.setInt(tag, VR.IS, value);
        }
    }

    private static void select(Attributes keys, Attributes match, Attributes target) {
        for (int position = 0; position < keys.size(); position++) {
            int tag = keys.tagAt(position);
            if (tag == Tag.SpecificCharacterSet || (tag & 0xFFFF) == 0) {
                continue;
            }
            Sequence wantedItems = keys.getSequence(tag);
            Sequence found = match.getSequence(tag);
            if (wantedItems != null
                    && found != null
                    && !wantedItems.isEmpty()
                    && !wantedItems.get(0).isEmpty()) {
                Sequence selected = target.newSequence(tag, VR.SQ);
                for (Attributes item : found) {
                    Attributes chosen = new Attributes();
                    selected.add(chosen);
                    select(wantedItems.get(0), item, chosen);
                }
            } else if (match.contains(tag)) {
                target.addSelected(match, tag);
            } else {
                target.setNull(tag, keys.vrAt(position));
            }
        }
    }

    /** No character set for plain text, that of the request if it has all letters, else UTF-8. */
    private Attributes inCharacterSetOfRequest(Attributes identifier) {
        if (isPlain(identifier)) {
            identifier.remove(Tag.SpecificCharacterSet);
            return identifier;
        }
        if (wanted.isUtf8() || wanted.codes().isEmpty() || !canEncode(identifier)) {
            return identifier;
        }
        Attributes recoded = new Attributes(identifier.size());
        recoded.setSpecificCharacterSet(wanted.codes().toArray(String[]::new));
        recode(identifier, recoded);
        return recoded;
    }

    private static void recode(Attributes source, Attributes target) {
        for (int tag : source.tags()) {
            Sequence sequence = source.getSequence(tag);
            if (sequence != null) {
                Sequence copies = target.newSequence(tag, VR.SQ);
                for (Attributes item : sequence) {
                    Attributes copy = new Attributes(item.size());
                    copies.add(copy);
                    recode(item, copy);
                }
            } else if (tag != Tag.SpecificCharacterSet) {
                target.addSelected(source, tag);
            }
        }
    }

    private static boolean isPlain(Attributes attributes) {
        for (int position = 0; position < attributes.size(); position++) {
            Object value = attributes.valueAt(position);
            if (value instanceof Sequence sequence) {
                if (!sequence.stream().allMatch(MatchIdentifier::isPlain)) {
                    return false;
                }
            } else if (value instanceof byte[] bytes
                    && attributes.vrAt(position).usesSpecificCharacterSet()) {
                for (byte each : bytes) {
                    if (each < 0 || each == 0x1B) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean canEncode(Attributes attributes) {
        for (int position = 0; position < attributes.size(); position++) {
            if (attributes.valueAt(position) instanceof Sequence sequence) {
                if (!sequence.stream().allMatch(this::canEncode)) {
                    return false;
                }
            } else if (attributes.vrAt(position).usesSpecificCharacterSet()
                    && !Arrays.stream(attributes.getStrings(attributes.tagAt(position)))
                            .allMatch(wanted::canEncode)) {
                return false;
            }
        }
        return true;
    }
}
