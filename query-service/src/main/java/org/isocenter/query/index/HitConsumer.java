/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

/** Takes hits one after the other. */
@FunctionalInterface
public interface HitConsumer {

    /** Takes a hit; returns whether it wants more. */
    boolean take(Hit hit);

    /** No further hit is at hand: what is searched for now may take long. */
    default void searching() {}
}
