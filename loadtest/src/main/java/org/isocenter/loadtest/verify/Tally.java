/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import org.isocenter.loadtest.ledger.LedgerStudy;
import org.isocenter.loadtest.verify.VerifyResult.Finding;
import org.isocenter.loadtest.verify.VerifyResult.Problem;

/** Counts what is found. Thread-safe. */
final class Tally {

    private static final int MOST_FINDINGS = 1000;

    private final AtomicLong studies = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unknownPresent = new AtomicLong();
    private final AtomicLong refusedPresent = new AtomicLong();
    private final AtomicLong checked = new AtomicLong();
    private final Map<String, Long> retrieved = new TreeMap<>();
    private final Map<Problem, Long> problems = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    void begin(LedgerStudy study) {
        studies.incrementAndGet();
        stored.addAndGet(study.count(LedgerStudy.State.STORED));
        unknown.addAndGet(study.count(LedgerStudy.State.UNKNOWN));
        refused.addAndGet(study.count(LedgerStudy.State.REFUSED));
    }

    void end(LedgerStudy study) {
        checked.addAndGet(study.instances().size());
    }

    void present(LedgerStudy.State state) {
        if (state == LedgerStudy.State.UNKNOWN) {
            unknownPresent.incrementAndGet();
        } else if (state == LedgerStudy.State.REFUSED) {
            refusedPresent.incrementAndGet();
        }
    }

    synchronized void retrieved(String way, long count) {
        retrieved.merge(way, count, Long::sum);
    }

    synchronized void add(Problem problem, LedgerStudy study, String sopInstanceUid, String way, String detail) {
        problems.merge(problem, 1L, Long::sum);
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(problem, study.studyInstanceUid(), sopInstanceUid, way, detail));
        }
    }

    long checked() {
        return checked.get();
    }

    synchronized Map<Problem, Long> problems() {
        return new TreeMap<>(problems);
    }

    synchronized VerifyResult result(String ledger, String started, double seconds, List<String> targets) {
        return new VerifyResult(
                ledger,
                started,
                seconds,
                targets,
                studies.get(),
                stored.get(),
                unknown.get(),
                refused.get(),
                new TreeMap<>(retrieved),
                unknownPresent.get(),
                refusedPresent.get(),
                new TreeMap<>(problems),
                List.copyOf(findings),
                problems.isEmpty());
    }
}
