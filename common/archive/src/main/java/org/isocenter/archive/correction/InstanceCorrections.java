/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.List;

import org.isocenter.archive.model.PatientKey;
import org.isocenter.dicom.data.Attributes;

/** The corrections that apply to one instance, in the order in which they do. Immutable. */
public final class InstanceCorrections {

    /** The instance is as it was stored. */
    public static final InstanceCorrections NONE = new InstanceCorrections(List.of());

    private final List<Correction> corrections;

    InstanceCorrections(List<Correction> corrections) {
        this.corrections = List.copyOf(corrections);
    }

    /** These, in their order. */
    public static InstanceCorrections of(List<Correction> corrections) {
        return corrections.isEmpty() ? NONE : new InstanceCorrections(corrections);
    }

    public boolean isEmpty() {
        return corrections.isEmpty();
    }

    /** The data set with the corrections: the one given if there are none, else another. */
    public Attributes apply(Attributes stored) {
        return isEmpty() ? stored : AttributeCorrector.apply(stored, corrections);
    }

    /** The same for the same corrections, in whichever process; empty if there are none. */
    public String version() {
        StringBuilder version = new StringBuilder();
        for (Correction each : corrections) {
            version.append(each.target().scope().name(), 0, 2).append(each.number());
            if (each.target() instanceof CorrectionTarget.OfPatient of) {
                PatientKey patient = of.patient();
                version.append('<')
                        .append(patient.issuer())
                        .append('|')
                        .append(patient.patientId())
                        .append('>');
            }
            version.append(' ');
        }
        return version.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InstanceCorrections that && corrections.equals(that.corrections);
    }

    @Override
    public int hashCode() {
        return corrections.hashCode();
    }

    /** Of what applies, nothing of what it says: that may be a patient's. */
    @Override
    public String toString() {
        return corrections.size() + " corrections";
    }
}
