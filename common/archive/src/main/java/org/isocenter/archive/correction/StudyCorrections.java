/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.model.InstanceUids;

/**
 * What has to be known to show a study as it is to be shown: its own records, and a copy of the corrections of its patient. They
 * apply in the order of their times, those of the study and those of the patient each in their own order. Immutable.
 */
public final class StudyCorrections {

    /** The study is as it was stored. */
    public static final StudyCorrections NONE = new StudyCorrections(CorrectionHistory.EMPTY, List.of(), false);

    private final CorrectionHistory history;
    private final List<Correction> ofPatient;
    private final boolean hasCopy;
    private final List<Correction> inOrder;

    private StudyCorrections(CorrectionHistory history, List<Correction> ofPatient, boolean hasCopy) {
        this.history = history;
        this.ofPatient = List.copyOf(ofPatient);
        this.hasCopy = hasCopy;
        this.inOrder = inOrder(history.active(), this.ofPatient);
    }

    /** Of a study that was never corrected, neither was its patient when it was last projected. */
    public static StudyCorrections of(CorrectionHistory history) {
        return history.records().isEmpty() ? NONE : new StudyCorrections(history, List.of(), false);
    }

    /** The same with corrections of the patient, those that are active. */
    public StudyCorrections withPatient(List<Correction> corrections) {
        return new StudyCorrections(history, corrections, true);
    }

    private static List<Correction> inOrder(List<Correction> own, List<Correction> ofPatient) {
        List<Correction> inOrder = new ArrayList<>(own.size() + ofPatient.size());
        int next = 0;
        for (Correction each : ofPatient) {
            while (next < own.size() && own.get(next).at().isBefore(each.at())) {
                inOrder.add(own.get(next++));
            }
            inOrder.add(each);
        }
        inOrder.addAll(own.subList(next, own.size()));
        return inOrder;
    }

    /** The records of the study itself. */
    public CorrectionHistory history() {
        return history;
    }

    /** The corrections of the patient. */
    public List<Correction> ofPatient() {
        return ofPatient;
    }

    /** Whether there is a copy of the patient's corrections, though it may say that there are none any more. */
    public boolean hasCopy() {
        return hasCopy;
    }

    /** Whether anything was ever corrected: rows that find the study by what it was before may be left. */
    public boolean isRecorded() {
        return hasCopy || !history.records().isEmpty();
    }

    /** What applies to an instance. */
    public InstanceCorrections of(InstanceUids uids) {
        return inOrder.isEmpty()
                ? InstanceCorrections.NONE
                : InstanceCorrections.of(inOrder.stream()
                        .filter(each -> each.target().includes(uids))
                        .toList());
    }
}
