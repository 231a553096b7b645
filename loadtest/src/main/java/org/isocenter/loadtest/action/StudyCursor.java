/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.io.IOException;

import org.isocenter.loadtest.study.LoadInstance;
import org.isocenter.loadtest.study.StudyBatch;
import org.isocenter.loadtest.study.StudyFacts;
import org.isocenter.loadtest.study.StudySource;

/** Goes through studies instance by instance; those that were stored whole become known to readers. For one thread. */
public final class StudyCursor {

    private final StudySource source;
    private final StoredStudies stored;
    private StudyBatch study;
    private int next;
    private boolean whole;

    /** Begins with a study of its own. */
    public StudyCursor(StudySource source, StoredStudies stored) {
        this.source = source;
        this.stored = stored;
    }

    /** The next instance. */
    LoadInstance next() throws IOException {
        if (study == null) {
            begin();
        }
        return study.instance(next++);
    }

    /** Begins another study, as many as one has begun. */
    StudyFacts begin() throws IOException {
        study = source.next();
        next = 0;
        whole = true;
        return study.facts();
    }

    /** Whether the study has more instances. */
    boolean hasMore() {
        return study != null && next < study.size();
    }

    /** The last instance was acknowledged or not. */
    void done(boolean acknowledged) {
        whole &= acknowledged;
        if (!hasMore()) {
            if (whole) {
                stored.add(study.facts());
            }
            study = null;
        }
    }
}
