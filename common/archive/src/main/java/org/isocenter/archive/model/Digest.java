/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.util.HexFormat;

/** SHA-256 of a data set's bytes as they arrived, without file meta information. */
public record Digest(String hex) {

    private static final int LENGTH = 64;

    public Digest {
        if (hex.length() != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 has " + LENGTH + " hexadecimal digits");
        }
    }

    /** The digest of 32 bytes. */
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(bytes));
    }

    /** The first eight digits: part of the object's key, so that two versions never overwrite each other. */
    public String short8() {
        return hex.substring(0, 8);
    }
}
