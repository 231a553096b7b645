/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.dict;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables that the build puts beside this class. */
final class Table {

    private Table() {}

    /** The rows below the header, split into at most the given number of cells. */
    static List<String[]> rows(String name, int cells) {
        try (InputStream in = Table.class.getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String[]> rows = new ArrayList<>();
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.split(",", cells));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("the dictionary table " + name + " cannot be read", e);
        }
    }
}
