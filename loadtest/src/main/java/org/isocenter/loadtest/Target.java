/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.net.URI;

/**
 * An archive that is measured.
 *
 * @param name what it is called in the table
 * @param dicomWeb its DICOMweb root, without a slash at the end
 */
record Target(String name, URI dicomWeb) {

    /** Parses {@code NAME=URL}. */
    static Target parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            throw new IllegalArgumentException("a target is NAME=URL of its DICOMweb root");
        }
        return new Target(
                text.substring(0, equals), URI.create(text.substring(equals + 1).replaceAll("/+$", "")));
    }

    /** The address of a path below the root. */
    URI at(String path) {
        return URI.create(dicomWeb + path);
    }
}
