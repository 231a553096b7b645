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

    /** Whether the value of an attribute is looked at; those of hits that are not may be left out. */
    default boolean wants(int tag) {
        return true;
    }

    /** Many were looked at since the last one was taken, or this was told: the next one may take long. */
    default void searching() {}
}
