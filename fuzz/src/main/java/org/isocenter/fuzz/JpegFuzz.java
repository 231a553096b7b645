/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

/** JPEG, of all processes alike (ITU-T T.81); laid out as a {@link Codestream}. */
public final class JpegFuzz {

    private JpegFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Codestream.decode(input, "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.70");
    }
}
