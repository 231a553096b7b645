/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** PS3.4 table CC.1.1-2, cell by cell. */
class StateMachineTest {

    private static final String LOCK = "1.2.3";

    private static String lock(WorkitemState current) {
        return current == WorkitemState.SCHEDULED ? "" : LOCK;
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, IN_PROGRESS, 1.2.3, 0000",
        "SCHEDULED, IN_PROGRESS, 9.9, 0000",
        "SCHEDULED, IN_PROGRESS, '', C301",
        "SCHEDULED, COMPLETED, 1.2.3, C310",
        "SCHEDULED, COMPLETED, '', C301",
        "SCHEDULED, CANCELED, 1.2.3, C310",
        "SCHEDULED, CANCELED, '', C301",
        "SCHEDULED, SCHEDULED, 1.2.3, C303",
        "IN_PROGRESS, IN_PROGRESS, 1.2.3, C302",
        "IN_PROGRESS, IN_PROGRESS, 9.9, C301",
        "IN_PROGRESS, IN_PROGRESS, '', C301",
        "IN_PROGRESS, COMPLETED, 1.2.3, 0000",
        "IN_PROGRESS, COMPLETED, 9.9, C301",
        "IN_PROGRESS, COMPLETED, '', C301",
        "IN_PROGRESS, CANCELED, 1.2.3, 0000",
        "IN_PROGRESS, CANCELED, 9.9, C301",
        "IN_PROGRESS, SCHEDULED, 1.2.3, C303",
        "COMPLETED, IN_PROGRESS, 1.2.3, C300",
        "COMPLETED, IN_PROGRESS, 9.9, C301",
        "COMPLETED, COMPLETED, 1.2.3, B306",
        "COMPLETED, COMPLETED, 9.9, C301",
        "COMPLETED, CANCELED, 1.2.3, C300",
        "COMPLETED, SCHEDULED, 1.2.3, C303",
        "CANCELED, IN_PROGRESS, 1.2.3, C300",
        "CANCELED, COMPLETED, 1.2.3, C300",
        "CANCELED, COMPLETED, '', C301",
        "CANCELED, CANCELED, 1.2.3, B304",
        "CANCELED, CANCELED, 9.9, C301",
        "CANCELED, SCHEDULED, 1.2.3, C303",
    })
    void change_isAsInTheTable(WorkitemState current, WorkitemState wanted, String given, String status) {
        int expected = Integer.parseInt(status, 16);
        if (expected < 0xC000) {
            int warned = StateMachine.change(current, lock(current), wanted, given)
                    .map(WorkitemStatus::dimseStatus)
                    .orElse(0);
            assertThat(warned).isEqualTo(expected);
        } else {
            assertThatThrownBy(() -> StateMachine.change(current, lock(current), wanted, given))
                    .isInstanceOfSatisfying(WorkitemException.class, refused -> assertThat(
                                    refused.status().dimseStatus())
                            .isEqualTo(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, '', 0000",
        "SCHEDULED, 1.2.3, C310",
        "IN_PROGRESS, 1.2.3, 0000",
        "IN_PROGRESS, 9.9, C301",
        "IN_PROGRESS, '', C301",
        "COMPLETED, 1.2.3, C300",
        "CANCELED, 1.2.3, C300",
        "CANCELED, '', C300",
    })
    void update_needsTheLockOfWhoClaimed(WorkitemState current, String given, String status) {
        int expected = Integer.parseInt(status, 16);
        if (expected == 0) {
            StateMachine.update(current, lock(current), given);
        } else {
            assertThatThrownBy(() -> StateMachine.update(current, lock(current), given))
                    .isInstanceOfSatisfying(WorkitemException.class, refused -> assertThat(
                                    refused.status().dimseStatus())
                            .isEqualTo(expected));
        }
    }
}
