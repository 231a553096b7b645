/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

/** JPEG 2000 and HTJ2K (ITU-T T.800, T.814), the native decoder included; what comes of it is encoded as HTJ2K; laid out as a {@link Codestream}. */
public final class Jpeg2000Fuzz {

    private Jpeg2000Fuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Codestream.decode(input, "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.201");
    }
}
