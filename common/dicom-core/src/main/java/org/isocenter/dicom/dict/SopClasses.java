/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.dict;

import java.util.Set;
import java.util.stream.Collectors;

/** SOP classes by what they are for (PS3.4). Immutable. */
public final class SopClasses {

    private static final String COMPOSITE_STORAGE_ROOT = "1.2.840.10008.5.1.4.1.1.";

    private static final Set<String> STORAGE = Table.rows("uids.csv", 6).stream()
            .filter(row -> row[2].equals("SOP Class") && isStorageRow(row))
            .map(row -> row[0])
            .collect(Collectors.toUnmodifiableSet());

    private SopClasses() {}

    private static boolean isStorageRow(String[] row) {
        return row[3].equals("storage")
                || row[3].equals("non_patient_object")
                || (row[0].startsWith(COMPOSITE_STORAGE_ROOT) && row[3].isEmpty());
    }

    /** All storage SOP classes, retired ones and those of other communities (DICOS, DICONDE) among them. */
    public static Set<String> storage() {
        return STORAGE;
    }

    /** Whether instances of the SOP class are stored by C-STORE. */
    public static boolean isStorage(String sopClassUid) {
        return STORAGE.contains(sopClassUid);
    }
}
