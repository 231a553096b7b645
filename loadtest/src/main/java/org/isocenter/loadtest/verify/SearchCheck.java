/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.isocenter.loadtest.action.Client;
import org.isocenter.loadtest.ledger.LedgerStudy;
import org.isocenter.loadtest.verify.VerifyResult.Problem;

/** Searches a study on all ways and compares what is found with what is there. For one thread. */
final class SearchCheck {

    private final LedgerStudy study;
    private final Set<String> present;
    private final Client client;
    private final VerifyOptions options;
    private final Tally tally;
    private final Searcher searcher;

    SearchCheck(LedgerStudy study, Set<String> present, Client client, VerifyOptions options, Tally tally) {
        this.study = study;
        this.present = present;
        this.client = client;
        this.options = options;
        this.tally = tally;
        this.searcher = new Searcher(client, options.limit());
    }

    /** Asks a search. */
    @FunctionalInterface
    private interface Search<T> {
        T ask() throws IOException;
    }

    /** Says what is wrong with an answer, or null. */
    @FunctionalInterface
    private interface Check<T> {
        Wrong check(T answer);
    }

    private record Wrong(Problem problem, String detail) {}

    void search(boolean web, boolean dicom) throws InterruptedException {
        if (present.isEmpty()) {
            return;
        }
        String uid = study.studyInstanceUid();
        boolean hasOrder =
                !study.patientId().isEmpty() && !study.accessionNumber().isEmpty();
        if (web) {
            until("QIDO-RS", () -> searcher.webByUid(uid), this::byUid);
            if (hasOrder) {
                until(
                        "QIDO-RS by patient and accession",
                        () -> searcher.webByOrder(study.patientId(), study.accessionNumber()),
                        this::byOrder);
            }
            until("QIDO-RS of instances", () -> searcher.webInstances(uid), this::listed);
        }
        if (dicom) {
            until("C-FIND", () -> searcher.dicomByUid(uid), this::byUid);
            if (hasOrder) {
                until(
                        "C-FIND by patient and accession",
                        () -> searcher.dicomByOrder(study.patientId(), study.accessionNumber()),
                        this::byOrder);
            }
        }
    }

    /** An index follows the store with a delay: a wrong answer counts when it stays wrong. */
    private <T> void until(String way, Search<T> search, Check<T> check) throws InterruptedException {
        long end = System.nanoTime() + options.settle().toNanos();
        Wrong wrong;
        do {
            try {
                wrong = check.check(search.ask());
            } catch (IOException e) {
                client.failOver();
                wrong = new Wrong(Problem.UNCHECKED, String.valueOf(e.getMessage()));
            }
            if (wrong != null) {
                Thread.sleep(300);
            }
        } while (wrong != null && System.nanoTime() < end);
        if (wrong != null) {
            tally.add(wrong.problem(), study, "", way, wrong.detail());
        }
    }

    private Wrong byUid(List<Searcher.Match> matches) {
        Wrong wrong = byOrder(matches);
        if (wrong == null && matches.get(0).instances() >= 0 && matches.get(0).instances() != present.size()) {
            return new Wrong(
                    Problem.MISCOUNTED,
                    "Number of Study Related Instances is " + matches.get(0).instances() + ", and " + present.size()
                            + " are there");
        }
        return wrong;
    }

    private Wrong byOrder(List<Searcher.Match> matches) {
        long found = matches.stream()
                .filter(match -> match.studyInstanceUid().equals(study.studyInstanceUid()))
                .count();
        if (found == 0) {
            return new Wrong(Problem.UNFOUND, "the study is not among the matches");
        } else if (found > 1) {
            return new Wrong(Problem.DUPLICATED, "the study is found " + found + " times");
        }
        return null;
    }

    private Wrong listed(List<String> listed) {
        Set<String> once = new HashSet<>(listed);
        if (once.size() < listed.size()) {
            return new Wrong(Problem.DUPLICATED, listed.size() - once.size() + " instances are listed twice");
        }
        for (String uid : listed) {
            if (!present.contains(uid)) {
                return new Wrong(Problem.PHANTOM, "instance " + uid + " is listed and cannot be retrieved");
            }
        }
        for (String uid : present) {
            if (!once.contains(uid)) {
                return new Wrong(Problem.UNFOUND, "instance " + uid + " can be retrieved and is not listed");
            }
        }
        return null;
    }
}
