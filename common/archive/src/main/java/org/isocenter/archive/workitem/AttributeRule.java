/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.List;

/**
 * A row of PS3.4 table CC.2.5-3.
 *
 * @param path tags from the data set inwards
 * @param create what N-CREATE wants
 * @param set what N-SET wants
 * @param atEnd what the final state wants
 * @param isReturned whether every result of a search has it (return key types 1 and 2)
 */
record AttributeRule(List<Integer> path, OnCreate create, OnSet set, AtEnd atEnd, boolean isReturned) {

    enum OnCreate {
        VALUE,
        PRESENT,
        AT_WILL,
        EMPTY,
        NOT_ALLOWED,
        BY_US
    }

    enum OnSet {
        VALUE,
        PRESENT,
        NOT_EMPTIED,
        AT_WILL,
        NOT_ALLOWED,
        BY_US
    }

    enum AtEnd {
        ALWAYS,
        COMPLETED,
        COMPLETED_MAY_BE_EMPTY,
        CANCELED,
        AT_WILL
    }

    AttributeRule {
        path = List.copyOf(path);
    }

    int tag() {
        return path.get(path.size() - 1);
    }

    List<Integer> parent() {
        return path.subList(0, path.size() - 1);
    }
}
