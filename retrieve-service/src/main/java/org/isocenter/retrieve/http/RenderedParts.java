/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.pixels.DecodedFrames;

/** Rendered parts, each made when it is asked for; those that cannot be made are left out. Used by one thread. */
final class RenderedParts implements Iterator<Part> {

    private final Iterator<Making> makings;
    private ArchiveException failure;
    private boolean begun;
    private Part next;

    RenderedParts(Iterator<Making> makings) {
        this.makings = makings;
    }

    /** Makes a part. */
    @FunctionalInterface
    interface Making {
        /** Makes it, with so much patience for memory. */
        Part make(Duration patience);
    }

    /** Makes the first part. Throws why the first could not be made if none can. */
    RenderedParts begin() {
        if (!hasNext()) {
            throw failure == null ? InstanceFinder.notFound("There is nothing that can be rendered.") : failure;
        }
        return this;
    }

    @Override
    public boolean hasNext() {
        while (next == null && makings.hasNext()) {
            try {
                next = makings.next().make(begun ? DecodedFrames.LONG : DecodedFrames.SHORT);
                begun = true;
            } catch (ArchiveException e) {
                if (e.code().httpStatus() >= 500) {
                    throw e;
                }
                failure = failure == null ? e : failure;
            }
        }
        return next != null;
    }

    @Override
    public Part next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Part part = next;
        next = null;
        return part;
    }
}
