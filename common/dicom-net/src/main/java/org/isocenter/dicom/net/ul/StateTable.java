/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.isocenter.dicom.net.ul.Action.*;
import static org.isocenter.dicom.net.ul.Event.*;
import static org.isocenter.dicom.net.ul.State.*;

/** The state transition table (PS3.8 table 9-10): what is done in a state upon an event. Immutable. */
public final class StateTable {
    private static final Set<State> ESTABLISHED = EnumSet.range(STA6, STA12);

    /** The one table. */
    public static final StateTable PS3_8 = new StateTable();

    private final Map<State, Map<Event, Action>> table = new EnumMap<>(State.class);

    private StateTable() {
        establishment();
        transfer();
        release();
        abort();
        // PDUs that no other row speaks of
        for (Event pdu : EnumSet.of(EVT3, EVT4, EVT6, EVT10, EVT12, EVT13)) {
            otherwise(EnumSet.of(STA2), pdu, AA_1);
            otherwise(EnumSet.of(STA3, STA5), pdu, AA_8);
            otherwise(ESTABLISHED, pdu, AA_8);
            otherwise(EnumSet.of(STA13), pdu, pdu == EVT6 ? AA_7 : AA_6);
        }
    }

    // PS3.8 9.2.1, table 9-6
    private void establishment() {
        put(STA1, EVT1, AE_1);
        put(STA4, EVT2, AE_2);
        put(STA5, EVT3, AE_3);
        put(STA5, EVT4, AE_4);
        put(STA1, EVT5, AE_5);
        put(STA2, EVT6, AE_6);
        put(STA3, EVT7, AE_7);
        put(STA3, EVT8, AE_8);
    }

    // PS3.8 9.2.1, table 9-7
    private void transfer() {
        put(STA6, EVT9, DT_1);
        put(STA8, EVT9, AR_7);
        put(STA6, EVT10, DT_2);
        put(STA7, EVT10, AR_6);
    }

    // PS3.8 9.2.1, table 9-8
    private void release() {
        put(STA6, EVT11, AR_1);
        put(STA6, EVT12, AR_2);
        put(STA7, EVT12, AR_8);
        put(STA7, EVT13, AR_3);
        put(STA10, EVT13, AR_10);
        put(STA11, EVT13, AR_3);
        put(STA8, EVT14, AR_4);
        put(STA9, EVT14, AR_9);
        put(STA12, EVT14, AR_4);
    }

    // PS3.8 9.2.1, table 9-9
    private void abort() {
        put(STA4, EVT15, AA_2);
        put(EnumSet.of(STA3, STA5), EVT15, AA_1);
        put(ESTABLISHED, EVT15, AA_1);
        put(EnumSet.of(STA2, STA13), EVT16, AA_2);
        put(EnumSet.of(STA3, STA5), EVT16, AA_3);
        put(ESTABLISHED, EVT16, AA_3);
        put(STA2, EVT17, AA_5);
        put(EnumSet.of(STA3, STA4, STA5), EVT17, AA_4);
        put(ESTABLISHED, EVT17, AA_4);
        put(STA13, EVT17, AR_5);
        put(EnumSet.of(STA2, STA13), EVT18, AA_2);
        put(STA2, EVT19, AA_1);
        put(EnumSet.of(STA3, STA5), EVT19, AA_8);
        put(ESTABLISHED, EVT19, AA_8);
        put(STA13, EVT19, AA_7);
    }

    private void put(State state, Event event, Action action) {
        table.computeIfAbsent(state, s -> new EnumMap<>(Event.class)).put(event, action);
    }

    private void put(Set<State> states, Event event, Action action) {
        states.forEach(state -> put(state, event, action));
    }

    private void otherwise(Set<State> states, Event event, Action action) {
        for (State state : states) {
            table.computeIfAbsent(state, s -> new EnumMap<>(Event.class)).putIfAbsent(event, action);
        }
    }

    /** The action; empty where the table is blank, which is an error of the local side. */
    public Optional<Action> action(State state, Event event) {
        return Optional.ofNullable(table.getOrDefault(state, Map.of()).get(event));
    }
}
