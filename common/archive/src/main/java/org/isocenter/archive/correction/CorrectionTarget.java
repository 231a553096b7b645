/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.PatientKey;

/** What a correction applies to, within the study or the patient that it is recorded for. */
public sealed interface CorrectionTarget {

    CorrectionScope scope();

    /** Whether it applies to an instance of the study, or of a study of the patient. */
    boolean includes(InstanceUids uids);

    /** All studies of the patient. */
    record OfPatient(PatientKey patient) implements CorrectionTarget {
        @Override
        public CorrectionScope scope() {
            return CorrectionScope.PATIENT;
        }

        @Override
        public boolean includes(InstanceUids uids) {
            return true;
        }
    }

    /** The whole study. */
    record OfStudy() implements CorrectionTarget {
        @Override
        public CorrectionScope scope() {
            return CorrectionScope.STUDY;
        }

        @Override
        public boolean includes(InstanceUids uids) {
            return true;
        }
    }

    /** A series of the study. */
    record OfSeries(String seriesInstanceUid) implements CorrectionTarget {
        @Override
        public CorrectionScope scope() {
            return CorrectionScope.SERIES;
        }

        @Override
        public boolean includes(InstanceUids uids) {
            return uids.seriesInstanceUid().equals(seriesInstanceUid);
        }
    }

    /** An instance of the study. */
    record OfInstance(String seriesInstanceUid, String sopInstanceUid) implements CorrectionTarget {
        @Override
        public CorrectionScope scope() {
            return CorrectionScope.INSTANCE;
        }

        @Override
        public boolean includes(InstanceUids uids) {
            return uids.sopInstanceUid().equals(sopInstanceUid)
                    && uids.seriesInstanceUid().equals(seriesInstanceUid);
        }
    }
}
