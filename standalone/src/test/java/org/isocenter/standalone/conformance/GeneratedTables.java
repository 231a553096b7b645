/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.util.Map;
import java.util.TreeMap;

/** Every table of the conformance statement that is made of the code, by the name that its markers bear. */
final class GeneratedTables {

    private GeneratedTables() {}

    static Map<String, String> all() {
        Map<String, String> tables = new TreeMap<>();
        tables.putAll(DimseTables.all());
        tables.putAll(StatusTables.all());
        tables.putAll(AttributeTables.all());
        tables.putAll(StoredTables.all());
        tables.putAll(WebTables.all());
        tables.putAll(WorkitemTables.all());
        return tables;
    }
}
