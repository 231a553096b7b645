/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.function.Supplier;

import org.isocenter.dicom.data.Attributes;

/** A study, a series or an instance that a query found. */
public final class Hit {

    private final Supplier<Attributes> source;
    private final Supplier<PreparedJson> json;
    private Attributes attributes;

    /** Reads attributes and answer when they are asked for; {@code json} is null where none is prepared. */
    Hit(Supplier<Attributes> source, Supplier<PreparedJson> json) {
        this.source = source;
        this.json = json;
    }

    /** A hit whose attributes are at hand. */
    public static Hit of(Attributes attributes) {
        return new Hit(() -> attributes, null);
    }

    /** All attributes of the entity and of those above it. Not to be changed. */
    public Attributes attributes() {
        if (attributes == null) {
            attributes = source.get();
        }
        return attributes;
    }

    /** The default answer of QIDO-RS, or null if it must be made. */
    public PreparedJson json() {
        return json == null ? null : json.get();
    }
}
