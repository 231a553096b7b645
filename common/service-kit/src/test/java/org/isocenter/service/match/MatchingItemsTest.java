/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MatchingItemsTest {

    /** Items are added first: they are encoded as the data set that they belong to. */
    private static void addRequest(Sequence requests, String step, String... meanings) {
        Attributes item = new Attributes();
        requests.add(item);
        item.setString(Tag.ScheduledProcedureStepID, step);
        Sequence codes = item.newSequence(Tag.ScheduledProtocolCodeSequence);
        for (String meaning : meanings) {
            Attributes code = new Attributes();
            codes.add(code);
            code.setString(Tag.CodeMeaning, meaning);
        }
    }

    private static Attributes match() {
        Attributes match = new Attributes();
        match.setSpecificCharacterSet("ISO_IR 192");
        match.setString(Tag.PatientID, "P1");
        Sequence requests = match.newSequence(Tag.RequestAttributesSequence);
        addRequest(requests, "S1", "Schädel", "Hals");
        addRequest(requests, "S2", "Hals");
        return match;
    }

    private static Attributes found(Attributes item) {
        Attributes keys = new Attributes();
        keys.setSpecificCharacterSet("ISO_IR 192");
        keys.setString(Tag.PatientID, "P1");
        keys.newSequence(Tag.RequestAttributesSequence).add(item);
        return MatchingItems.of(Criteria.of(keys, MatchOptions.BASELINE)).in(match());
    }

    @Test
    void in_keepsWhatMatches() {
        Attributes item = new Attributes();
        item.setString(Tag.ScheduledProcedureStepID, "S2");
        Attributes found = found(item);
        assertThat(found.getSequence(Tag.RequestAttributesSequence)).hasSize(1);
        assertThat(found.getNested(Tag.RequestAttributesSequence).getString(Tag.ScheduledProcedureStepID))
                .isEqualTo("S2");
        assertThat(found.getString(Tag.PatientID)).isEqualTo("P1");
    }

    @Test
    void in_sequencesOfSequences_keepsWhatMatches() {
        Attributes item = new Attributes();
        Attributes code = new Attributes();
        item.newSequence(Tag.ScheduledProtocolCodeSequence).add(code);
        code.setString(Tag.CodeMeaning, "Sch*");
        Attributes found = found(item);
        assertThat(found.getSequence(Tag.RequestAttributesSequence)).hasSize(1);
        Sequence codes = found.getNested(Tag.RequestAttributesSequence).getSequence(Tag.ScheduledProtocolCodeSequence);
        assertThat(codes).hasSize(1);
        assertThat(codes.get(0).getString(Tag.CodeMeaning)).isEqualTo("Schädel");
    }

    @Test
    void in_withoutSuchKeys_isWhatWasGiven() {
        Attributes match = match();
        assertThat(MatchingItems.of(java.util.List.of()).in(match)).isSameAs(match);
    }
}
