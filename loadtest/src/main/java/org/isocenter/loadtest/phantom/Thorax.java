/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import java.util.ArrayList;
import java.util.List;

/** A thorax in Hounsfield units, 160 mm of it: lungs with vessels and a nodule, heart, aorta, spine, ribs, the top of a liver. */
final class Thorax {

    static final String RIGHT_LUNG = "Right lung";
    static final String LEFT_LUNG = "Left lung";
    static final String NODULE = "Nodule";
    static final Ellipsoid NODULE_SHAPE = Ellipsoid.of(-92, -16, 75, 14, 12, 13);

    private static final int FAT = -95;
    private static final int MUSCLE = 45;
    private static final int LUNG = -860;
    private static final int BLOOD = 185;
    private static final int BONE = 420;
    private static final int VESSELS = 15;

    private final List<Tissue> tissues = new ArrayList<>();

    private Thorax() {}

    static Phantom phantom() {
        Thorax thorax = new Thorax();
        thorax.wall();
        thorax.lung(RIGHT_LUNG, Ellipsoid.of(-76, -2, 80, 58, 76, 118), -1);
        thorax.lung(LEFT_LUNG, Ellipsoid.of(78, 2, 80, 54, 74, 118), 1);
        thorax.mediastinum();
        thorax.spine();
        thorax.add(NODULE, NODULE_SHAPE, 55);
        return new Phantom(new Tissue("", (x, y, z) -> true, -1000), thorax.tissues);
    }

    private void add(String label, Shape shape, int value) {
        tissues.add(new Tissue(label, shape, value));
    }

    private void wall() {
        add("", Ellipsoid.of(0, 5, 80, 178, 121, 700), FAT);
        add("", Ellipsoid.of(0, 5, 80, 158, 106, 700), MUSCLE);
        Shape outer = Ellipsoid.cylinder(0, 2, 148, 97);
        Shape inner = Ellipsoid.cylinder(0, 2, 137, 86);
        // ribs run down from the back to the front
        add("", (x, y, z) -> outer.contains(x, y, z) && !inner.contains(x, y, z) && rib(y, z), BONE);
        add("", Ellipsoid.cylinder(0, -92, 19, 6), 280);
    }

    private static boolean rib(double y, double z) {
        double along = z - 0.45 * y;
        return Math.floorMod((long) Math.floor(along * 10), 300L) < 95;
    }

    private void lung(String label, Shape lung, int side) {
        add(label, lung, LUNG);
        for (int i = 0; i < VESSELS; i++) {
            double angle = i * 2.4;
            double height = 80 + 75 * Math.sin(i * 1.9);
            Capsule vessel = new Capsule(
                    new Capsule.Point(side * 28, 8, 85),
                    new Capsule.Point(side * (80 + 46 * Math.cos(angle)), 62 * Math.sin(angle), height),
                    5.5);
            add(label, vessel.within(lung), 40);
        }
    }

    private void mediastinum() {
        add("", Ellipsoid.of(0, -12, 95, 33, 72, 400), 30);
        add("", Ellipsoid.of(-74, 10, -28, 82, 82, 66), 105);
        add("", Ellipsoid.of(26, -30, 45, 64, 46, 58), MUSCLE);
        add("", Ellipsoid.of(44, -26, 42, 30, 22, 38), BLOOD);
        add("", Ellipsoid.of(4, -42, 48, 24, 17, 34), BLOOD - 35);
        add("", Ellipsoid.of(-8, -14, 125, 16, 16, 48), BLOOD);
        add("", Ellipsoid.of(20, -30, 122, 13, 12, 30), BLOOD - 25);
        add("", Ellipsoid.of(-24, -10, 140, 9, 9, 60), BLOOD - 15);
        add("", Ellipsoid.cylinder(26, 48, 13, 13), BLOOD);
        add("", Ellipsoid.of(-2, 20, 165, 9, 8, 60), -990);
        add("", Ellipsoid.cylinder(6, 38, 6, 5), 20);
    }

    private void spine() {
        add("", Ellipsoid.cylinder(0, 70, 21, 17), 380);
        add("", Ellipsoid.cylinder(0, 70, 18, 14), 190);
        add("", Ellipsoid.cylinder(0, 91, 16, 12), 400);
        add("", Ellipsoid.cylinder(0, 90, 10, 8), 25);
        add("", Ellipsoid.cylinder(0, 102, 5, 9), BONE);
        add("", Ellipsoid.cylinder(-88, 96, 26, 4), BONE - 60);
        add("", Ellipsoid.cylinder(88, 96, 26, 4), BONE - 60);
    }
}
