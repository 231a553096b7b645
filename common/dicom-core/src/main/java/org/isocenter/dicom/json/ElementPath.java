/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

import java.util.Arrays;

/** Where the writer stands: tag, item, tag, item ... */
final class ElementPath {

    private int[] steps = new int[8];
    private int depth;

    void push(int step) {
        if (depth == steps.length) {
            steps = Arrays.copyOf(steps, depth * 2);
        }
        steps[depth++] = step;
    }

    void pop() {
        depth--;
    }

    int[] to(int tag) {
        int[] path = Arrays.copyOf(steps, depth + 1);
        path[depth] = tag;
        return path;
    }
}
