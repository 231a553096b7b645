/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kind of a message: values of Command Field (0000,0100) (PS3.7 E.1). */
public enum CommandField {
    C_STORE_RQ(0x0001),
    C_STORE_RSP(0x8001),
    C_GET_RQ(0x0010),
    C_GET_RSP(0x8010),
    C_FIND_RQ(0x0020),
    C_FIND_RSP(0x8020),
    C_MOVE_RQ(0x0021),
    C_MOVE_RSP(0x8021),
    C_ECHO_RQ(0x0030),
    C_ECHO_RSP(0x8030),
    N_EVENT_REPORT_RQ(0x0100),
    N_EVENT_REPORT_RSP(0x8100),
    N_GET_RQ(0x0110),
    N_GET_RSP(0x8110),
    N_SET_RQ(0x0120),
    N_SET_RSP(0x8120),
    N_ACTION_RQ(0x0130),
    N_ACTION_RSP(0x8130),
    N_CREATE_RQ(0x0140),
    N_CREATE_RSP(0x8140),
    N_DELETE_RQ(0x0150),
    N_DELETE_RSP(0x8150),
    C_CANCEL_RQ(0x0FFF);

    private static final int RESPONSE = 0x8000;
    private static final Map<Integer, CommandField> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CommandField::code, Function.identity()));

    private final int code;

    CommandField(int code) {
        this.code = code;
    }

    /** The value of (0000,0100). */
    public int code() {
        return code;
    }

    /** Whether it answers another message. */
    public boolean isResponse() {
        return (code & RESPONSE) != 0;
    }

    /** The kind of message that answers this one; none for C-CANCEL and for responses. */
    public Optional<CommandField> response() {
        return isResponse() || this == C_CANCEL_RQ ? Optional.empty() : of(code | RESPONSE);
    }

    /** Whether the message bears the Requested instead of the Affected SOP Class and Instance UID (PS3.7 E.1). */
    boolean namesRequestedSop() {
        return switch (this) {
            case N_GET_RQ, N_SET_RQ, N_ACTION_RQ, N_DELETE_RQ -> true;
            case C_STORE_RQ,
                    C_STORE_RSP,
                    C_GET_RQ,
                    C_GET_RSP,
                    C_FIND_RQ,
                    C_FIND_RSP,
                    C_MOVE_RQ,
                    C_MOVE_RSP,
                    C_ECHO_RQ,
                    C_ECHO_RSP,
                    N_EVENT_REPORT_RQ,
                    N_EVENT_REPORT_RSP,
                    N_GET_RSP,
                    N_SET_RSP,
                    N_ACTION_RSP,
                    N_CREATE_RQ,
                    N_CREATE_RSP,
                    N_DELETE_RSP,
                    C_CANCEL_RQ -> false;
        };
    }

    /** The kind with a code; empty if PS3.7 has none. */
    public static Optional<CommandField> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
