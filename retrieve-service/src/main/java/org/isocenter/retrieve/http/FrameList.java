/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/** The list of frame numbers in a path (PS3.18 10.1.1). */
final class FrameList {

    private static final int MAX_FRAMES = 10_000;
    private static final int MAX_DIGITS = 9;

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

    /** The number, if the text is a single one. */
    static OptionalInt single(String text) {
        return isNumber(text) ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(text) > 0;
    }

    private static int number(String text) {
        if (!isNumber(text)) {
            throw new ArchiveException(
                    ErrorCode.BAD_REQUEST, "Frames are numbers from 1, separated by commas: frames/1,2,3.");
        }
        return Integer.parseInt(text);
    }
}
