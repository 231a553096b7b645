/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.isocenter.archive.model.PatientKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/**
 * Who a patient is by now: corrections may give a patient another Patient ID, and the patient of that ID may have been corrected too. Blocks.
 *
 * @param keys what the patient was and is called, the first one given first
 * @param corrections those of all these patients that are active, in that order
 */
public record PatientChain(List<PatientKey> keys, List<Correction> corrections) {

    /** More changes of a patient's identifiers make a mistake of somebody's, not a patient. */
    private static final int MAX_LINKS = 16;

    /**
     * Follows a patient.
     *
     * @param site that stands for the issuer where none is named
     */
    public static PatientChain of(CorrectionStore store, PatientKey start, String site) {
        Set<PatientKey> keys = new LinkedHashSet<>();
        List<Correction> corrections = new ArrayList<>();
        PatientKey next = start;
        while (keys.size() < MAX_LINKS && keys.add(next)) {
            List<Correction> active = store.ofPatient(next).active();
            corrections.addAll(active);
            next = after(next, active, site);
        }
        return new PatientChain(List.copyOf(keys), List.copyOf(corrections));
    }

    private static PatientKey after(PatientKey patient, List<Correction> corrections, String site) {
        PatientKey now = patient;
        for (Correction each : corrections) {
            Attributes set = each.changes().set();
            boolean isUnnamed = each.changes().removed().contains(Tag.IssuerOfPatientID)
                    || (set.contains(Tag.IssuerOfPatientID) && !set.containsValue(Tag.IssuerOfPatientID));
            now = new PatientKey(
                    set.getString(Tag.IssuerOfPatientID, isUnnamed ? site : now.issuer()),
                    set.getString(Tag.PatientID, now.patientId()));
        }
        return now;
    }
}
