/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

/** JPEG-LS (ITU-T T.87); laid out as a {@link Codestream}. */
public final class JpegLsFuzz {

    private JpegLsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Codestream.decode(input, "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.80");
    }
}
