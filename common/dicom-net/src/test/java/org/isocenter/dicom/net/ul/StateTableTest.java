/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The table against PS3.8 table 9-10, row by row: actions of Sta1 to Sta13, "-" where the standard's cell is blank. */
class StateTableTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "EVT1,  AE_1 - - - - - - - - - - - -",
                "EVT2,  - - - AE_2 - - - - - - - - -",
                "EVT3,  - AA_1 AA_8 - AE_3 AA_8 AA_8 AA_8 AA_8 AA_8 AA_8 AA_8 AA_6",
                "EVT4,  - AA_1 AA_8 - AE_4 AA_8 AA_8 AA_8 AA_8 AA_8 AA_8 AA_8 AA_6",
                "EVT5,  AE_5 - - - - - - - - - - - -",
                "EVT6,  - AE_6 AA_8 - AA_8 AA_8 AA_8 AA_8 AA_8 AA_8 AA_8 AA_8 AA_7",
                "EVT7,  - - AE_7 - - - - - - - - - -",
                "EVT8,  - - AE_8 - - - - - - - - - -",
                "EVT9,  - - - - - DT_1 - AR_7 - - - - -",
                "EVT10, - AA_1 AA_8 - AA_8 DT_2 AR_6 AA_8 AA_8 AA_8 AA_8 AA_8 AA_6",
                "EVT11, - - - - - AR_1 - - - - - - -",
                "EVT12, - AA_1 AA_8 - AA_8 AR_2 AR_8 AA_8 AA_8 AA_8 AA_8 AA_8 AA_6",
                "EVT13, - AA_1 AA_8 - AA_8 AA_8 AR_3 AA_8 AA_8 AR_10 AR_3 AA_8 AA_6",
                "EVT14, - - - - - - - AR_4 AR_9 - - AR_4 -",
                "EVT15, - - AA_1 AA_2 AA_1 AA_1 AA_1 AA_1 AA_1 AA_1 AA_1 AA_1 -",
                "EVT16, - AA_2 AA_3 - AA_3 AA_3 AA_3 AA_3 AA_3 AA_3 AA_3 AA_3 AA_2",
                "EVT17, - AA_5 AA_4 AA_4 AA_4 AA_4 AA_4 AA_4 AA_4 AA_4 AA_4 AA_4 AR_5",
                "EVT18, - AA_2 - - - - - - - - - - AA_2",
                "EVT19, - AA_1 AA_8 - AA_8 AA_8 AA_8 AA_8 AA_8 AA_8 AA_8 AA_8 AA_7"
            })
    void row_isAsTheStandardHasIt(Event event, String actions) {
        List<String> row = Arrays.stream(State.values())
                .map(state -> StateTable.PS3_8.action(state, event))
                .map(action -> action.map(Enum::name).orElse("-"))
                .toList();
        assertThat(String.join(" ", row)).isEqualTo(actions);
    }

    @Test
    void releaseCollision_parksRequestorAndAcceptorApart() {
        assertThat(Action.AR_8.next(true)).isEqualTo(State.STA9);
        assertThat(Action.AR_8.next(false)).isEqualTo(State.STA10);
    }

    @Test
    void machine_staysWhereTheTableIsBlank() {
        StateMachine machine = new StateMachine(false);
        assertThat(machine.on(Event.EVT9)).isEqualTo(Optional.empty());
        assertThat(machine.state()).isEqualTo(State.STA1);
        assertThat(machine.maySend()).isFalse();
    }

    @Test
    void machine_goesThroughAnAcceptedAndReleasedAssociation() {
        StateMachine machine = new StateMachine(false);
        for (Event event : List.of(Event.EVT5, Event.EVT6, Event.EVT7, Event.EVT10, Event.EVT9, Event.EVT12)) {
            assertThat(machine.on(event)).as(event.name()).isPresent();
        }
        assertThat(machine.state()).isEqualTo(State.STA8);
        assertThat(machine.maySend()).isTrue();
        machine.on(Event.EVT14);
        assertThat(machine.state()).isEqualTo(State.STA13);
        machine.on(Event.EVT17);
        assertThat(machine.state()).isEqualTo(State.STA1);
    }
}
