/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

/**
 * What a kind of study looks like.
 *
 * @param name in reports
 * @param kind of the instances
 * @param series in a study
 * @param instances in a series
 * @param frames in an instance; 1 unless the kind has several
 * @param rows of an image
 * @param columns of an image
 * @param weight share among the shapes of a scenario
 */
public record StudyShape(
        String name, ImageKind kind, int series, int instances, int frames, int rows, int columns, double weight) {

    private static final int MOST_INSTANCES = 9_000_000;
    private static final int MOST_SERIES = 90;

    /** Checks the numbers. */
    public StudyShape {
        if (series < 1 || series > MOST_SERIES || instances < 1 || (long) series * instances > MOST_INSTANCES) {
            throw new IllegalArgumentException("a study has 1 to 90 series and at most 9,000,000 instances");
        }
        if (frames < 1 || rows < 8 || columns < 8 || rows > 65535 || columns > 65535) {
            throw new IllegalArgumentException("an image has a frame and 8 to 65535 rows and columns");
        }
    }

    /** A study of the kind's usual images. */
    public static StudyShape of(ImageKind kind, int series, int instances) {
        return new StudyShape(kind.label(), kind, series, instances, kind.frames(), kind.rows(), kind.columns(), 1);
    }

    /** The same with images of another size. */
    public StudyShape withSize(int newFrames, int newRows, int newColumns) {
        return new StudyShape(name, kind, series, instances, newFrames, newRows, newColumns, weight);
    }

    /** Instances in the study. */
    public int instanceCount() {
        return series * instances;
    }
}
