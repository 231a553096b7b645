/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

/** RLE (PS3.5 Annex G); laid out as a {@link Codestream}. */
public final class RleFuzz {

    private RleFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Codestream.decode(input, "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.5");
    }
}
