/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A strong validator (RFC 9110 8.8.3): the same for the same bytes, whichever replica makes them. It is made of the digests of
 * what is sent and of all that decides how it is sent; the boundary between parts follows from it, so that their bytes do too.
 *
 * @param opaque what stands between the quotes
 */
record EntityTag(String opaque) {

    /** To be raised when the same instances begin to be written in other bytes. */
    private static final String GENERATION = "1";

    private static final int LENGTH = 18;

    /** Begins a tag of a kind of representation. */
    static Builder of(String kind) {
        return new Builder().with(GENERATION).with(kind);
    }

    /** Takes what a representation depends on, in an order that is always the same. */
    static final class Builder {

        private final MessageDigest digest = sha256();

        private Builder() {}

        /** Adds one thing; it cannot run together with the next. */
        Builder with(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(new byte[] {(byte) (bytes.length >>> 16), (byte) (bytes.length >>> 8), (byte) bytes.length});
            digest.update(bytes);
            return this;
        }

        EntityTag build() {
            byte[] start = Arrays.copyOf(digest.digest(), LENGTH);
            return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(start));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The value of the ETag header. */
    String header() {
        return '"' + opaque + '"';
    }

    /** A boundary that no part contains: whoever wrote a part's bytes had to know their digest before. */
    String boundary() {
        return "isocenter-" + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(opaque));
    }

    /** Whether a list of an If-None-Match header names this tag: weak tags count (RFC 9110 13.1.2). */
    boolean isIn(String list) {
        return list != null
                && Arrays.stream(list.split(","))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(each -> each.equals("*") || each.equals(header()));
    }

    /** Whether a list of an If-Match header names this tag: weak tags do not count (RFC 9110 13.1.1). */
    boolean isStronglyIn(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .anyMatch(each -> each.equals("*") || each.equals(header()));
    }
}
