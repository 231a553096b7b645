/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

/**
 * All that is near a line, such as a vessel.
 *
 * @param from one end
 * @param to the other
 * @param radius mm
 */
record Capsule(Point from, Point to, double radius) implements Shape {

    /** A point in millimetres. */
    record Point(double x, double y, double z) {}

    @Override
    public boolean contains(double x, double y, double z) {
        double alongX = to.x - from.x;
        double alongY = to.y - from.y;
        double alongZ = to.z - from.z;
        double length = alongX * alongX + alongY * alongY + alongZ * alongZ;
        double dot = (x - from.x) * alongX + (y - from.y) * alongY + (z - from.z) * alongZ;
        double part = Math.max(0, Math.min(1, dot / length));
        double awayX = x - from.x - part * alongX;
        double awayY = y - from.y - part * alongY;
        double awayZ = z - from.z - part * alongZ;
        // a vessel gets thinner
        double thickness = radius * (1 - 0.5 * part);
        return awayX * awayX + awayY * awayY + awayZ * awayZ < thickness * thickness;
    }
}
