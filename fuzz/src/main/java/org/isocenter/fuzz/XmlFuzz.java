/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.xml.NativeXml;

/** The native DICOM model as XML (PS3.19 A.1). */
public final class XmlFuzz {

    private XmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Check.run(input, () -> {
            Attributes attributes = NativeXml.read(new ByteArrayInputStream(input));
            Values.decodeAll(attributes);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            NativeXml.write(attributes, written, (path, vr, bulk) -> null);
            Attributes again = Check.own(() -> NativeXml.read(new ByteArrayInputStream(written.toByteArray())));
            // letters that came as bytes are text now, and declared
            again.remove(Tag.SpecificCharacterSet);
            Check.require(Arrays.stream(again.tags()).allMatch(attributes::contains), "an element came from nowhere");
        });
    }
}
