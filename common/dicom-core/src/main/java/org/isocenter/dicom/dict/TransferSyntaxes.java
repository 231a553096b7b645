/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.dict;

import java.util.Set;
import java.util.stream.Collectors;

/** The registered transfer syntaxes (PS3.6 A). Immutable. */
public final class TransferSyntaxes {

    private static final Set<String> UIDS = Table.rows("uids.csv", 6).stream()
            .filter(row -> row[2].equals("Transfer Syntax"))
            .map(row -> row[0])
            .collect(Collectors.toUnmodifiableSet());

    private TransferSyntaxes() {}

    /** Their UIDs, retired ones among them. */
    public static Set<String> uids() {
        return UIDS;
    }
}
