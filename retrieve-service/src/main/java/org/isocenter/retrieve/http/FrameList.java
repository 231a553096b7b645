/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/** The list of frame numbers in a path (PS3.18 10.1.1). */
final class FrameList {

    private static final int MAX_FRAMES = 10_000;

    private FrameList() {}

    /**
     * Parses numbers from 1 separated by commas.
     *
     * @throws ArchiveException BAD_REQUEST if it is no such list
     */
    static List<Integer> parse(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            numbers.add(number(each.strip()));
        }
        if (numbers.size() > MAX_FRAMES) {
            throw new ArchiveException(ErrorCode.BAD_REQUEST, "At most " + MAX_FRAMES + " frames at once.");
        }
        return numbers;
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) == 0) {
            throw new ArchiveException(
                    ErrorCode.BAD_REQUEST, "Frames are numbers from 1, separated by commas: frames/1,2,3.");
        }
        return Integer.parseInt(text);
    }
}
