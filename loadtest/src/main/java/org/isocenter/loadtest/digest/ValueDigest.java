/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of the canonical form: elements, the first 4 KiB of the pixels, and the SHA-256 of the other pixels. The pixels behind the
 * first 4 KiB have a digest of their own so that a generator of which the images share them computes it once. Not thread-safe.
 */
public final class ValueDigest {

    /** So many bytes of the pixels are not in the digest of the others. */
    public static final int FIRST_PIXELS = 4096;

    private final MessageDigest elements = sha256();
    private final MessageDigest otherPixels = sha256();
    private long pixels;

    /** Adds bytes of the canonical form of the elements before the pixels. */
    public ValueDigest elements(byte[] bytes, int offset, int length) {
        elements.update(bytes, offset, length);
        return this;
    }

    /** Adds pixels. */
    public ValueDigest pixels(byte[] bytes, int offset, int length) {
        int first = (int) Math.max(0, Math.min(length, FIRST_PIXELS - pixels));
        elements.update(bytes, offset, first);
        otherPixels.update(bytes, offset + first, length - first);
        pixels += length;
        return this;
    }

    /** Ends with the digest of the pixels behind the first. */
    public String end(byte[] otherPixelsDigest) {
        elements.update(otherPixelsDigest);
        return HexFormat.of().formatHex(elements.digest());
    }

    /** Ends. */
    public String end() {
        return end(otherPixels.digest());
    }

    /** A new SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
