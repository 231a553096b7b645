/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

/**
 * An ellipsoid whose axes are those of the patient, with folds like those of a brain if it wants.
 *
 * @param centerX of the middle, mm
 * @param centerY of the middle, mm
 * @param centerZ of the middle, mm
 * @param radiusX half of the extent, mm
 * @param radiusY half of the extent, mm
 * @param radiusZ half of the extent, mm; infinite for a cylinder
 * @param depth of the folds as a part of the radius, 0 for none
 * @param folds around the z axis
 */
record Ellipsoid(
        double centerX,
        double centerY,
        double centerZ,
        double radiusX,
        double radiusY,
        double radiusZ,
        double depth,
        int folds)
        implements Shape {

    static Ellipsoid of(
            double centerX, double centerY, double centerZ, double radiusX, double radiusY, double radiusZ) {
        return new Ellipsoid(centerX, centerY, centerZ, radiusX, radiusY, radiusZ, 0, 0);
    }

    /** A cylinder along z. */
    static Ellipsoid cylinder(double centerX, double centerY, double radiusX, double radiusY) {
        return of(centerX, centerY, 0, radiusX, radiusY, Double.POSITIVE_INFINITY);
    }

    Ellipsoid folded(double newDepth, int newFolds) {
        return new Ellipsoid(centerX, centerY, centerZ, radiusX, radiusY, radiusZ, newDepth, newFolds);
    }

    @Override
    public boolean contains(double x, double y, double z) {
        double alongX = (x - centerX) / radiusX;
        double alongY = (y - centerY) / radiusY;
        double alongZ = (z - centerZ) / radiusZ;
        double square = alongX * alongX + alongY * alongY + alongZ * alongZ;
        if (folds == 0) {
            return square < 1;
        }
        double angle = Math.atan2(alongY, alongX);
        double fold = Math.sin(folds * angle + z / 6) + 0.6 * Math.sin(1.7 * folds * angle - z / 4);
        return Math.sqrt(square) < 1 + depth * fold;
    }
}
