/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

/** A part of space, in millimetres of the patient's coordinates (PS3.3 C.7.6.2.1.1): x to the left, y to the back, z to the head. */
@FunctionalInterface
interface Shape {

    boolean contains(double x, double y, double z);

    /** What is in this and in another. */
    default Shape within(Shape other) {
        return (x, y, z) -> contains(x, y, z) && other.contains(x, y, z);
    }
}
