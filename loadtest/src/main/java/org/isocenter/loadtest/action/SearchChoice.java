/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.util.List;
import java.util.Random;

import org.isocenter.loadtest.scenario.SearchKey;
import org.isocenter.loadtest.study.StudyFacts;

/** Chooses by what a study is searched. */
final class SearchChoice {

    private static final int ASCII = 0x80;

    private SearchChoice() {}

    /**
     * One of the keys. Where the scenario leaves the choice, names beyond ASCII are searched by another key: many archives match
     * those in ways of their own. A scenario that wants them says so, as in qido-by-name.
     */
    static SearchKey of(StudyFacts study, List<SearchKey> keys, Random random) {
        SearchKey key = keys.get(random.nextInt(keys.size()));
        boolean plain = study.patientFamilyName().chars().allMatch(each -> each < ASCII);
        return (key == SearchKey.NAME || key == SearchKey.WILDCARD) && keys.size() > 1 && !plain
                ? SearchKey.PATIENT
                : key;
    }
}
