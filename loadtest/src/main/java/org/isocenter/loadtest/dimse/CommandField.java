/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

/** Values of Command Field (PS3.7 annex E). */
final class CommandField {

    static final int STORE_RQ = 0x0001;
    static final int STORE_RSP = 0x8001;
    static final int GET_RQ = 0x0010;
    static final int FIND_RQ = 0x0020;
    static final int MOVE_RQ = 0x0021;
    static final int ECHO_RQ = 0x0030;
    static final int CANCEL_RQ = 0x0fff;
    static final int ECHO_RSP = 0x8030;

    private CommandField() {}
}
