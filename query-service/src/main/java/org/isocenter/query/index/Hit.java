/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import org.isocenter.dicom.data.Attributes;

/** A study, a series or an instance that a query found: its attributes, or its prepared answer where that is enough. Immutable. */
public final class Hit {

    private final Attributes attributes;
    private final PreparedJson json;

    private Hit(Attributes attributes, PreparedJson json) {
        this.attributes = attributes;
        this.json = json;
    }

    /** A hit with its attributes. */
    public static Hit of(Attributes attributes) {
        return new Hit(attributes, null);
    }

    /** A hit with its answer; attributes are null where they are not wanted. */
    static Hit prepared(PreparedJson json, Attributes attributes) {
        return new Hit(attributes, json);
    }

    /**
     * Attributes of the entity and of those above it. Not to be changed.
     *
     * @throws IllegalStateException if only the prepared answer was wanted
     */
    public Attributes attributes() {
        if (attributes == null) {
            throw new IllegalStateException("only the answer of this hit was read");
        }
        return attributes;
    }

    /** The default answer of QIDO-RS, or null if it must be made. */
    public PreparedJson json() {
        return json;
    }
}
