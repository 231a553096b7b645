/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

/**
 * The samples of one component, which the wavelet changes in place.
 *
 * @param samples row by row
 */
record Plane(int width, int height, int[] samples) {

    /** Makes brightness and two differences of red, green and blue (T.800 G.2). */
    static void transformColours(Plane red, Plane green, Plane blue) {
        for (int i = 0; i < red.samples.length; i++) {
            int r = red.samples[i];
            int g = green.samples[i];
            int b = blue.samples[i];
            red.samples[i] = r + 2 * g + b >> 2;
            green.samples[i] = b - g;
            blue.samples[i] = r - g;
        }
    }
}
