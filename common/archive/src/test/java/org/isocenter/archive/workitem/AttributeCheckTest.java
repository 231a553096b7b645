/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.List;

import org.isocenter.archive.workitem.AttributeRule.OnCreate;
import org.isocenter.archive.workitem.AttributeRule.OnSet;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AttributeCheckTest {

    static List<Integer> requiredOnCreate() {
        return outermost(rule -> rule.create() == OnCreate.VALUE);
    }

    static List<Integer> fillableOnCreate() {
        return outermost(rule -> rule.create() == OnCreate.PRESENT);
    }

    static List<Integer> forbiddenOnSet() {
        return outermost(rule -> rule.set() == OnSet.NOT_ALLOWED);
    }

    private static List<Integer> outermost(java.util.function.Predicate<AttributeRule> which) {
        return AttributeTable.INSTANCE.rules().stream()
                .filter(rule -> rule.path().size() == 1 && which.test(rule))
                .map(AttributeRule::tag)
                .toList();
    }

    private static void assertRefused(WorkitemStatus status, Runnable check) {
        assertThatThrownBy(check::run)
                .isInstanceOfSatisfying(WorkitemException.class, refused -> assertThat(refused.status())
                        .isEqualTo(status));
    }

    @Test
    void table_isWhole() {
        assertThat(requiredOnCreate())
                .containsExactlyInAnyOrder(
                        Tag.ScheduledProcedureStepPriority,
                        Tag.ProcedureStepLabel,
                        Tag.ScheduledProcedureStepStartDateTime,
                        Tag.InputReadinessState,
                        Tag.ProcedureStepState);
        assertThat(forbiddenOnSet())
                .contains(Tag.ProcedureStepState, Tag.PatientName, Tag.PatientID, Tag.ReferencedRequestSequence);
    }

    @ParameterizedTest
    @MethodSource("requiredOnCreate")
    void create_withoutWhatIsRequired_isRefused(int tag) {
        Attributes absent = SampleWorkitem.least();
        absent.remove(tag);
        assertRefused(WorkitemStatus.MISSING_ATTRIBUTE, () -> new AttributeCheck().create(absent));
        Attributes empty = SampleWorkitem.least();
        empty.setNull(tag);
        assertRefused(WorkitemStatus.MISSING_ATTRIBUTE_VALUE, () -> new AttributeCheck().create(empty));
    }

    @ParameterizedTest
    @MethodSource("fillableOnCreate")
    void create_withoutWhatMayBeEmpty_isFilledIn(int tag) {
        Attributes given = SampleWorkitem.least();
        given.remove(tag);
        AttributeCheck check = new AttributeCheck();
        check.create(given);
        assertThat(given.contains(tag)).as(Dictionary.keywordOf(tag)).isTrue();
        assertThat(check.isModified()).isTrue();
    }

    @Test
    void create_withAll_isNotModified() {
        Attributes given = SampleWorkitem.least();
        AttributeTable.INSTANCE.rules().stream()
                .filter(rule -> rule.path().size() == 1 && !given.contains(rule.tag()))
                .filter(rule -> rule.create() == OnCreate.PRESENT || rule.create() == OnCreate.EMPTY)
                .forEach(rule -> given.setNull(rule.tag()));
        AttributeCheck check = new AttributeCheck();
        check.create(given);
        assertThat(check.isModified()).isFalse();
    }

    @Test
    void create_inAnotherState_isRefused() {
        Attributes given = SampleWorkitem.least();
        given.setString(Tag.ProcedureStepState, "IN PROGRESS");
        assertRefused(WorkitemStatus.NOT_CREATED_SCHEDULED, () -> new AttributeCheck().create(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PatientID", "StudyInstanceUID"})
    void create_conditionalAttributes_areAtWill(String keyword) {
        Attributes given = SampleWorkitem.least();
        given.remove(Dictionary.tagForKeyword(keyword));
        new AttributeCheck().create(given);
        assertThat(given.contains(Dictionary.tagForKeyword(keyword))).isFalse();
    }

    @Test
    void create_withProgress_isRefused() {
        Attributes given = SampleWorkitem.least();
        given.addAll(SampleWorkitem.performed());
        assertRefused(WorkitemStatus.INVALID_ATTRIBUTE_VALUE, () -> new AttributeCheck().create(given));
    }

    @Test
    void create_valuesThatCannotBe_areRefused() {
        Attributes priority = SampleWorkitem.least();
        priority.setString(Tag.ScheduledProcedureStepPriority, "URGENT");
        assertRefused(WorkitemStatus.INVALID_ATTRIBUTE_VALUE, () -> new AttributeCheck().create(priority));
        Attributes start = SampleWorkitem.least();
        start.setString(Tag.ScheduledProcedureStepStartDateTime, "tomorrow");
        assertRefused(WorkitemStatus.INVALID_ATTRIBUTE_VALUE, () -> new AttributeCheck().create(start));
        Attributes sequence = SampleWorkitem.least();
        sequence.setString(Tag.InputInformationSequence, VR.LO, "no sequence");
        assertRefused(WorkitemStatus.INVALID_ATTRIBUTE_VALUE, () -> new AttributeCheck().create(sequence));
        Attributes value = SampleWorkitem.least();
        value.newSequence(Tag.ProcedureStepLabel, VR.SQ).add(new Attributes());
        assertRefused(WorkitemStatus.INVALID_ATTRIBUTE_VALUE, () -> new AttributeCheck().create(value));
    }

    @Test
    void create_itemsOfSequences_areCheckedToo() {
        Attributes given = SampleWorkitem.least();
        given.newSequence(Tag.ReferencedRequestSequence).add(new Attributes());
        assertRefused(WorkitemStatus.MISSING_ATTRIBUTE, () -> new AttributeCheck().create(given));
        given.getNested(Tag.ReferencedRequestSequence).setString(Tag.StudyInstanceUID, "1.2.3");
        new AttributeCheck().create(given);
        assertThat(given.getNested(Tag.ReferencedRequestSequence).contains(Tag.AccessionNumber))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("forbiddenOnSet")
    void set_whatIsNotAllowed_isRefused(int tag) {
        Attributes given = new Attributes();
        given.setNull(tag);
        assertRefused(WorkitemStatus.ATTRIBUTE_NOT_ALLOWED, () -> new AttributeCheck().set(given));
    }

    @Test
    void set_emptyWhereAValueIsNeeded_isRefused() {
        Attributes given = new Attributes();
        given.setNull(Tag.ProcedureStepLabel);
        assertRefused(WorkitemStatus.MISSING_ATTRIBUTE_VALUE, () -> new AttributeCheck().set(given));
    }

    @Test
    void set_oneAttribute_isEnough() {
        Attributes given = new Attributes();
        given.setString(Tag.InputReadinessState, "INCOMPLETE");
        AttributeCheck check = new AttributeCheck();
        check.set(given);
        assertThat(check.isModified()).isFalse();
        assertThat(given.tags()).containsExactly(Tag.InputReadinessState);
    }

    @Test
    void missingAtEnd_ofCompleted_namesWhatThePerformerOwes() {
        Attributes attributes = SampleWorkitem.kept("1.2", WorkitemState.IN_PROGRESS, "20260301")
                .attributes();
        attributes.setString(Tag.ScheduledProcedureStepModificationDateTime, "20260301");
        assertThat(AttributeCheck.missingAtEnd(attributes, WorkitemState.COMPLETED))
                .containsExactly("UnifiedProcedureStepPerformedProcedureSequence");
        attributes.addAll(SampleWorkitem.performed());
        assertThat(AttributeCheck.missingAtEnd(attributes, WorkitemState.COMPLETED))
                .isEmpty();
        attributes
                .getNested(Tag.UnifiedProcedureStepPerformedProcedureSequence)
                .remove(Tag.PerformedProcedureStepEndDateTime);
        assertThat(AttributeCheck.missingAtEnd(attributes, WorkitemState.COMPLETED))
                .containsExactly("PerformedProcedureStepEndDateTime");
    }

    @Test
    void missingAtEnd_ofCanceled_namesTheReason() {
        Attributes attributes = SampleWorkitem.kept("1.2", WorkitemState.IN_PROGRESS, "20260301")
                .attributes();
        attributes.setString(Tag.ScheduledProcedureStepModificationDateTime, "20260301");
        attributes.addAll(SampleWorkitem.discontinued());
        assertThat(AttributeCheck.missingAtEnd(attributes, WorkitemState.CANCELED))
                .containsExactly("ProcedureStepCancellationDateTime");
    }
}
