/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.isocenter.loadtest.action.Client;
import org.isocenter.loadtest.dimse.StatusException;
import org.isocenter.loadtest.http.HttpStatusException;
import org.isocenter.loadtest.ledger.LedgerStudy;
import org.isocenter.loadtest.verify.VerifyResult.Problem;

/** Retrieves a study on all ways and compares it with the ledger. For one thread. */
final class StudyCheck {

    private final LedgerStudy study;
    private final Client client;
    private final VerifyOptions options;
    private final Tally tally;
    private final Set<String> present = new HashSet<>();
    private final Set<String> reportedPhantoms = new HashSet<>();

    StudyCheck(LedgerStudy study, Client client, VerifyOptions options, Tally tally) {
        this.study = study;
        this.client = client;
        this.options = options;
        this.tally = tally;
    }

    /** Instances that came on any way. */
    Set<String> present() {
        return present;
    }

    void retrieve(List<Retriever> retrievers) throws InterruptedException {
        for (Retriever each : retrievers) {
            retrieve(each);
        }
        for (String uid : present) {
            LedgerStudy.Entry entry = study.instances().get(uid);
            if (entry != null) {
                tally.present(entry.state());
            }
        }
    }

    private void retrieve(Retriever retriever) throws InterruptedException {
        Map<String, Integer> came = new HashMap<>();
        Set<String> altered = new LinkedHashSet<>();
        for (int attempt = 1; ; attempt++) {
            came.clear();
            altered.clear();
            try {
                retriever.study(study, (uid, digest) -> arrived(uid, digest, came, altered));
                break;
            } catch (IOException e) {
                client.failOver();
                // what the archive refuses as a whole, or breaks off again and again, is asked for one by one
                if (e instanceof HttpStatusException || e instanceof StatusException || attempt >= options.attempts()) {
                    break;
                }
                Thread.sleep(500L * attempt);
            }
        }
        compare(retriever, came, altered);
    }

    private void arrived(String uid, String digest, Map<String, Integer> came, Set<String> altered) {
        came.merge(uid, 1, Integer::sum);
        LedgerStudy.Entry entry = study.instances().get(uid);
        if (entry != null && !entry.digest().equals(digest)) {
            altered.add(uid);
        }
    }

    private void compare(Retriever retriever, Map<String, Integer> came, Set<String> altered)
            throws InterruptedException {
        for (Map.Entry<String, LedgerStudy.Entry> each : study.instances().entrySet()) {
            if (each.getValue().state() == LedgerStudy.State.STORED && !came.containsKey(each.getKey())) {
                single(retriever, each.getKey(), each.getValue(), came, altered);
            }
        }
        long compared = 0;
        for (Map.Entry<String, Integer> each : came.entrySet()) {
            present.add(each.getKey());
            if (!study.instances().containsKey(each.getKey())) {
                if (reportedPhantoms.add(each.getKey())) {
                    problem(Problem.PHANTOM, each.getKey(), retriever.way(), "came, but was never sent");
                }
                continue;
            }
            compared++;
            if (each.getValue() > 1) {
                problem(Problem.DUPLICATED, each.getKey(), retriever.way(), "came " + each.getValue() + " times");
            }
        }
        for (String uid : altered) {
            problem(Problem.ALTERED, uid, retriever.way(), "the data set has other values than the one that was sent");
        }
        tally.retrieved(retriever.way(), compared);
    }

    /** Asks for an instance that did not come with its study. */
    private void single(
            Retriever retriever, String uid, LedgerStudy.Entry entry, Map<String, Integer> came, Set<String> altered)
            throws InterruptedException {
        String why = "";
        boolean answered = false;
        for (int attempt = 1; attempt <= options.attempts(); attempt++) {
            try {
                retriever.instance(
                        study, entry.seriesInstanceUid(), uid, (sop, digest) -> arrived(sop, digest, came, altered));
                answered = true;
                why = "the archive answered without the instance";
            } catch (HttpStatusException | StatusException e) {
                client.failOver();
                answered |= !isInability(e);
                why = e.getMessage();
            } catch (IOException e) {
                client.failOver();
                why = String.valueOf(e.getMessage());
            }
            if (came.containsKey(uid)) {
                return;
            }
            Thread.sleep(300L * attempt);
        }
        problem(answered ? Problem.LOST : Problem.UNCHECKED, uid, retriever.way(), why);
    }

    /** Overload, no right, an unknown destination: an answer that says nothing about the instance. */
    private static boolean isInability(IOException answer) {
        return answer instanceof HttpStatusException http
                        && (http.status() >= 500
                                || http.status() == 401
                                || http.status() == 403
                                || http.status() == 429)
                || answer instanceof StatusException dimse
                        && (dimse.status() >> 8 == 0xA7 || dimse.status() >> 8 == 0xA8 || dimse.status() >> 8 == 0x01);
    }

    private void problem(Problem problem, String uid, String way, String detail) {
        tally.add(problem, study, uid, way, detail);
    }
}
