/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.ByteArrayInputStream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.dicom.io.ReadLimits;

/** Files (PS3.10), with or without preamble and meta information, up to their DICOM JSON. */
public final class Part10Fuzz {

    private Part10Fuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Check.run(input, () -> {
            Part10Header header = Part10Header.read(new ByteArrayInputStream(input));
            header.metaInformation().encode();
            Attributes attributes =
                    DatasetReader.readHeader(header.dataset(), header.transferSyntax(), ReadLimits.MESSAGE);
            Values.decodeAll(attributes);
            Values.throughJson(attributes);
        });
    }
}
