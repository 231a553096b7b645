/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import org.isocenter.dicom.data.Attributes;

/** Corrections as tests need them. */
public final class Corrections {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.456Z");

    private Corrections() {}

    /** Attributes in UTF-8, to be filled. */
    public static Attributes unicode() {
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("ISO_IR 192");
        return attributes;
    }

    public static Correction of(CorrectionTarget target, Attributes set, int... removed) {
        SortedSet<Integer> tags = new TreeSet<>();
        for (int each : removed) {
            tags.add(each);
        }
        return new Correction(
                0,
                UUID.randomUUID().toString(),
                NOW,
                "tester",
                CorrectionReason.CORRECT,
                "said so",
                target,
                new AttributeChanges(set, tags),
                0);
    }

    /** The same, made some seconds later. */
    public static Correction later(Correction of, int seconds) {
        return new Correction(
                of.number(),
                of.id(),
                of.at().plusSeconds(seconds),
                of.author(),
                of.reason(),
                of.comment(),
                of.target(),
                of.changes(),
                of.revokes());
    }

    public static Correction revoking(Correction revoked) {
        return new Correction(
                0,
                UUID.randomUUID().toString(),
                NOW.plusSeconds(60),
                "tester",
                CorrectionReason.CORRECT,
                "",
                revoked.target(),
                new AttributeChanges(new Attributes(), Collections.emptySortedSet()),
                revoked.number());
    }
}
