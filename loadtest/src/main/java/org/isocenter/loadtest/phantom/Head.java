/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import java.util.List;

/** A head as a T1-weighted image shows it: 140 mm from the cerebellum up. */
final class Head {

    private Head() {}

    private static Tissue tissue(Shape shape, int value) {
        return new Tissue("", shape, value);
    }

    static Phantom phantom() {
        return new Phantom(
                tissue((x, y, z) -> true, 12),
                List.of(
                        tissue(Ellipsoid.of(0, 0, 55, 84, 104, 104), 880),
                        tissue(Ellipsoid.of(0, 0, 55, 78, 98, 98), 90),
                        tissue(Ellipsoid.of(0, 0, 55, 72, 91, 91), 190),
                        tissue(Ellipsoid.of(0, 0, 58, 67, 86, 84).folded(0.02, 24), 470),
                        tissue(Ellipsoid.of(0, 0, 58, 57, 75, 72).folded(0.055, 14), 690),
                        tissue(Ellipsoid.of(0, -50, 70, 1.8, 40, 70), 190),
                        tissue(Ellipsoid.of(0, 56, 70, 1.8, 34, 70), 190),
                        tissue(Ellipsoid.of(-27, 2, 62, 12, 26, 18), 520),
                        tissue(Ellipsoid.of(27, 2, 62, 12, 26, 18), 520),
                        tissue(Ellipsoid.of(-11, 14, 58, 9, 15, 12), 540),
                        tissue(Ellipsoid.of(11, 14, 58, 9, 15, 12), 540),
                        tissue(Ellipsoid.of(-10, -18, 70, 7, 24, 12), 170),
                        tissue(Ellipsoid.of(10, -18, 70, 7, 24, 12), 170),
                        tissue(Ellipsoid.of(-19, 38, 66, 6, 22, 12), 170),
                        tissue(Ellipsoid.of(19, 38, 66, 6, 22, 12), 170),
                        tissue(Ellipsoid.of(0, 52, 12, 52, 33, 26).folded(0.03, 30), 500),
                        tissue(Ellipsoid.of(0, 22, 10, 15, 17, 34), 660),
                        tissue(Ellipsoid.of(0, 36, 14, 8, 5, 12), 170),
                        tissue(Ellipsoid.of(-33, -78, 12, 14, 14, 14), 240),
                        tissue(Ellipsoid.of(33, -78, 12, 14, 14, 14), 240)));
    }
}
