/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.util.List;
import java.util.Locale;

import org.isocenter.standalone.StartException;

/**
 * A fault of the S3 server.
 *
 * @param kind what is wrong
 * @param amount milliseconds before each request, the status, or the bytes after which a connection is cut; 0 for the others
 */
record S3Fault(Kind kind, int amount) {

    static final S3Fault NONE = new S3Fault(Kind.NONE, 0);

    /** What can be wrong. */
    enum Kind {
        /** Nothing. */
        NONE,
        /** Requests arrive late, and so do their answers. */
        SLOW,
        /** Every request is answered with a status of failure. */
        ERROR,
        /** Connections end in the middle of a body. */
        CUT,
        /** No answer comes. */
        HANG,
        /** The server cannot write any more. */
        FULL;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean fits(List<String> rest) {
            return hasAmount() ? rest.size() == 1 && rest.get(0).matches("\\d{1,8}") : rest.isEmpty();
        }

        boolean hasAmount() {
            return this == SLOW || this == ERROR || this == CUT;
        }
    }

    /** Reads {@code s3 none|slow MILLIS|error STATUS|cut BYTES|hang|full}. */
    static S3Fault parse(List<String> words) {
        if (words.size() >= 2 && words.get(0).equals("s3")) {
            for (Kind kind : Kind.values()) {
                if (kind.label().equals(words.get(1)) && kind.fits(words.subList(2, words.size()))) {
                    return new S3Fault(kind, kind.hasAmount() ? Integer.parseInt(words.get(2)) : 0);
                }
            }
        }
        throw new StartException(
                "a fault is s3 none, s3 slow MILLIS, s3 error STATUS, s3 cut BYTES, s3 hang or s3 full, not '"
                        + String.join(" ", words) + "'");
    }

    @Override
    public String toString() {
        return kind.label() + (kind.hasAmount() ? " " + amount : "");
    }
}
