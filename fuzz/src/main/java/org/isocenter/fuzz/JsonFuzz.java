/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.ByteArrayInputStream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.DicomJson;

/** DICOM JSON (PS3.18 F). */
public final class JsonFuzz {

    private JsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Check.run(input, () -> {
            for (Attributes each : DicomJson.readArray(new ByteArrayInputStream(input))) {
                Values.decodeAll(each);
                Values.throughJson(each);
            }
        });
    }
}
