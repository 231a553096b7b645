/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;

/** Data sets of work items. */
public final class SampleWorkitem {

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());

    private SampleWorkitem() {}

    /** A UID that no other test has. */
    public static String uid() {
        return "2.25." + NEXT.incrementAndGet();
    }

    /** What N-CREATE wants at least, with all that may be empty left out. */
    public static Attributes least() {
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("ISO_IR 192");
        attributes.setString(Tag.ScheduledProcedureStepPriority, "MEDIUM");
        attributes.setString(Tag.ProcedureStepLabel, "Segment the liver");
        attributes.setString(Tag.WorklistLabel, "AI");
        attributes.setString(Tag.ScheduledProcedureStepStartDateTime, "20260301102030");
        attributes.setString(Tag.InputReadinessState, "READY");
        attributes.setString(Tag.ProcedureStepState, "SCHEDULED");
        attributes.setString(Tag.PatientName, "Lind^Eva");
        attributes.setString(Tag.PatientID, "P1");
        return attributes;
    }

    /** What a performer sets before the work item is completed. */
    public static Attributes performed() {
        Attributes performed = new Attributes();
        performed.newSequence(Tag.PerformedStationNameCodeSequence).add(code("STATION1", "Station 1"));
        performed.newSequence(Tag.PerformedWorkitemCodeSequence).add(code("110005", "Interpretation"));
        performed.setString(Tag.PerformedProcedureStepStartDateTime, "20260301103000");
        performed.setString(Tag.PerformedProcedureStepEndDateTime, "20260301104000");
        performed.newSequence(Tag.OutputInformationSequence);
        Attributes attributes = new Attributes();
        attributes
                .newSequence(Tag.UnifiedProcedureStepPerformedProcedureSequence)
                .add(performed);
        return attributes;
    }

    /** What a performer sets before the work item is canceled. */
    public static Attributes discontinued() {
        Attributes progress = new Attributes();
        progress.setString(Tag.ReasonForCancellation, "Wrong side");
        progress.newSequence(Tag.ProcedureStepDiscontinuationReasonCodeSequence)
                .add(code("110514", "Incorrect worklist entry selected"));
        Attributes attributes = new Attributes();
        attributes.newSequence(Tag.ProcedureStepProgressInformationSequence).add(progress);
        return attributes;
    }

    public static Attributes code(String value, String meaning) {
        Attributes code = new Attributes();
        code.setString(Tag.CodeValue, value);
        code.setString(Tag.CodingSchemeDesignator, "DCM");
        code.setString(Tag.CodeMeaning, meaning);
        return code;
    }

    /** One as the store has it, scheduled for a moment. */
    static Workitem kept(String uid, WorkitemState state, String start) {
        Attributes attributes = least();
        attributes.setString(Tag.SOPClassUID, UID.UnifiedProcedureStepPush);
        attributes.setString(Tag.SOPInstanceUID, uid);
        attributes.setString(Tag.ScheduledProcedureStepStartDateTime, start);
        attributes.setString(Tag.ProcedureStepState, state.term());
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        return new Workitem(uid, state, "", attributes, Revision.after(0, now), now, now);
    }
}
