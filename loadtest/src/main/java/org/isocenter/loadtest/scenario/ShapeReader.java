/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.isocenter.loadtest.study.ImageKind;
import org.isocenter.loadtest.study.StudyShape;

/** Reads what studies look like. */
final class ShapeReader {

    private static final int MOST_FRAMES = 1_000_000;

    private final Section root;

    ShapeReader(Section root) {
        this.root = root;
    }

    List<StudyShape> read(boolean hasFiles) {
        List<StudyShape> shapes = new ArrayList<>();
        for (Section section : root.sections("studies")) {
            shapes.add(shape(section));
        }
        if (hasFiles && !shapes.isEmpty()) {
            throw root.wrong("files", "studies are invented or read from files, not both; leave one of the keys out");
        }
        return shapes.isEmpty() ? List.of(StudyShape.of(ImageKind.CT, 1, 20)) : shapes;
    }

    private static StudyShape shape(Section section) {
        String label = section.text("kind");
        ImageKind kind = Arrays.stream(ImageKind.values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> section.wrong(
                        "kind",
                        "'" + label + "' is none of the kinds that can be invented: "
                                + String.join(", ", ImageKind.labels())));
        int frames = section.number("frames", kind.frames(), 1, MOST_FRAMES);
        if (!kind.isMultiframe() && frames > 1) {
            throw section.wrong(
                    "frames",
                    kind.label() + " has one frame; the kinds with several are us-multiframe,"
                            + " enhanced-ct and wsi");
        }
        int rows = section.number("rows", kind.rows(), 8, 65535);
        int columns = section.number("columns", kind.columns(), 8, 65535);
        if ((long) rows * columns % 2 == 1) {
            throw section.wrong("rows", "rows times columns must be even");
        }
        StudyShape shape = new StudyShape(
                section.text("name", kind.label()),
                kind,
                section.number("series", 1, 1, 90),
                section.number("instances", 1, 1, 100_000),
                frames,
                rows,
                columns,
                section.decimal("weight", 1));
        section.end();
        return shape;
    }
}
