/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.util.Random;

/** Random numbers of a seed and a number; those of neighbouring numbers have nothing to do with each other. */
final class Randoms {

    private Randoms() {}

    static Random of(long seed, long number) {
        // SplitMix64: a Random that begins with neighbouring seeds begins with nearly the same numbers
        long mixed = seed * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return new Random(mixed ^ (mixed >>> 31));
    }
}
