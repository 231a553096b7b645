/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.value.DicomDateTime;

/**
 * Holds what a client gives against PS3.4 table CC.2.5-3. What may be empty and is absent is filled in, and so is what the
 * standard leaves to the SCP; that is remembered, so that the client can be told.
 */
final class AttributeCheck {

    private static final int DEEPEST = 64;

    private static final Map<Integer, Set<String>> ENUMERATED = Map.of(
            Tag.ScheduledProcedureStepPriority, Set.of("HIGH", "MEDIUM", "LOW"),
            Tag.InputReadinessState, Set.of("INCOMPLETE", "UNAVAILABLE", "READY"));

    private final AttributeTable table = AttributeTable.INSTANCE;
    private boolean modified;

    /** Whether something was filled in or left out. */
    boolean isModified() {
        return modified;
    }

    /**
     * Checks and completes what N-CREATE gives.
     *
     * @throws WorkitemException if it may not be so
     */
    void create(Attributes given) {
        String state = given.getString(Tag.ProcedureStepState);
        if (state != null && !state.equals(WorkitemState.SCHEDULED.term())) {
            throw new WorkitemException(WorkitemStatus.NOT_CREATED_SCHEDULED);
        }
        checkKinds(given, 0);
        create(given, List.of());
        checkValues(given);
    }

    private void create(Attributes given, List<Integer> path) {
        for (AttributeRule rule : table.within(path).values()) {
            int tag = rule.tag();
            switch (rule.create()) {
                case VALUE -> wantValue(given, tag);
                case PRESENT -> fillIn(given, tag);
                case AT_WILL -> {
                    // nothing to hold it against
                }
                case EMPTY -> {
                    if (given.containsValue(tag)) {
                        throw new WorkitemException(
                                WorkitemStatus.INVALID_ATTRIBUTE_VALUE, name(tag) + " is empty in a new Workitem.");
                    }
                    if (tag != Tag.TransactionUID) {
                        fillIn(given, tag);
                    }
                }
                case NOT_ALLOWED -> refuse(given, tag);
                case BY_US -> leaveOut(given, tag);
            }
            for (Attributes item : items(given, tag)) {
                create(item, rule.path());
            }
        }
    }

    /**
     * Checks and completes what N-SET gives.
     *
     * @throws WorkitemException if it may not be so
     */
    void set(Attributes given) {
        checkKinds(given, 0);
        set(given, List.of());
        checkValues(given);
    }

    private void set(Attributes given, List<Integer> path) {
        for (AttributeRule rule : table.within(path).values()) {
            int tag = rule.tag();
            switch (rule.set()) {
                case VALUE -> wantValue(given, tag);
                case PRESENT -> fillIn(given, tag);
                case NOT_EMPTIED -> {
                    if (given.contains(tag)) {
                        wantValue(given, tag);
                    }
                }
                case AT_WILL -> {
                    // nothing to hold it against
                }
                case NOT_ALLOWED -> refuse(given, tag);
                case BY_US -> leaveOut(given, tag);
            }
            for (Attributes item : items(given, tag)) {
                set(item, rule.path());
            }
        }
    }

    /**
     * Which attributes are missing for a final state, by keyword.
     *
     * @param state COMPLETED or CANCELED
     */
    static List<String> missingAtEnd(Attributes attributes, WorkitemState state) {
        List<String> missing = new ArrayList<>();
        missingAtEnd(attributes, List.of(), state, missing);
        return missing;
    }

    private static void missingAtEnd(
            Attributes attributes, List<Integer> path, WorkitemState state, List<String> missing) {
        for (AttributeRule rule : AttributeTable.INSTANCE.within(path).values()) {
            boolean met =
                    switch (rule.atEnd()) {
                        case ALWAYS -> attributes.containsValue(rule.tag());
                        case COMPLETED -> state != WorkitemState.COMPLETED || attributes.containsValue(rule.tag());
                        case COMPLETED_MAY_BE_EMPTY ->
                            state != WorkitemState.COMPLETED || attributes.contains(rule.tag());
                        case CANCELED -> state != WorkitemState.CANCELED || attributes.containsValue(rule.tag());
                        case AT_WILL -> true;
                    };
            if (!met) {
                missing.add(name(rule.tag()));
            }
            for (Attributes item : items(attributes, rule.tag())) {
                missingAtEnd(item, rule.path(), state, missing);
            }
        }
    }

    private void fillIn(Attributes given, int tag) {
        if (!given.contains(tag)) {
            given.setNull(tag);
            modified = true;
        }
    }

    private void leaveOut(Attributes given, int tag) {
        if (given.contains(tag)) {
            given.remove(tag);
            modified = true;
        }
    }

    private static void wantValue(Attributes given, int tag) {
        if (!given.contains(tag)) {
            throw new WorkitemException(WorkitemStatus.MISSING_ATTRIBUTE, name(tag) + " is required and absent.");
        }
        boolean isSequence = given.getVR(tag) == VR.SQ;
        if (isSequence ? !given.containsValue(tag) : given.getString(tag) == null) {
            throw new WorkitemException(
                    WorkitemStatus.MISSING_ATTRIBUTE_VALUE, name(tag) + " is required and has no value.");
        }
    }

    private static void refuse(Attributes given, int tag) {
        if (given.contains(tag)) {
            throw new WorkitemException(WorkitemStatus.ATTRIBUTE_NOT_ALLOWED, name(tag) + " may not be set here.");
        }
    }

    /** A sequence where a value belongs, or the other way round, would be nothing that anybody can use. */
    private static void checkKinds(Attributes given, int depth) {
        if (depth > DEEPEST) {
            throw new WorkitemException(WorkitemStatus.INVALID_ATTRIBUTE_VALUE, "Sequences are nested too deeply.");
        }
        for (int tag : given.tags()) {
            boolean isKnown = Dictionary.keywordOf(tag) != null;
            boolean isSequence = given.getVR(tag) == VR.SQ;
            if (isKnown && isSequence != (Dictionary.vrOf(tag) == VR.SQ)) {
                throw new WorkitemException(WorkitemStatus.INVALID_ATTRIBUTE_VALUE, name(tag) + " has another VR.");
            }
            for (Attributes item : items(given, tag)) {
                checkKinds(item, depth + 1);
            }
        }
    }

    private static void checkValues(Attributes given) {
        ENUMERATED.forEach((tag, terms) -> {
            String value = given.getString(tag);
            if (value != null && !terms.contains(value)) {
                throw new WorkitemException(
                        WorkitemStatus.INVALID_ATTRIBUTE_VALUE, name(tag) + " has none of its enumerated values.");
            }
        });
        String start = given.getString(Tag.ScheduledProcedureStepStartDateTime);
        if (start != null && DicomDateTime.parse(start).isEmpty()) {
            throw new WorkitemException(
                    WorkitemStatus.INVALID_ATTRIBUTE_VALUE,
                    name(Tag.ScheduledProcedureStepStartDateTime) + " is no date and time.");
        }
    }

    private static List<Attributes> items(Attributes attributes, int tag) {
        Sequence sequence = attributes.getSequence(tag);
        return sequence == null ? List.of() : sequence;
    }

    private static String name(int tag) {
        String keyword = Dictionary.keywordOf(tag);
        return keyword == null ? String.format("%08X", tag) : keyword;
    }
}
