/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.util.Arrays;
import java.util.OptionalLong;

import org.isocenter.dicom.io.FrameIndex;

/** A native frame of a big endian object that begins or ends within a word (PS3.5 7.3), or within a byte. */
final class SwappedFrame extends DerivedContent {

    private final FrameIndex index;
    private final int frame;
    private final int wordLength;
    private final int before;

    /**
     * Of whole words.
     *
     * @param words those in which the frame lies
     * @param before bytes of the first word that are not the frame's
     */
    SwappedFrame(ObjectContent words, FrameIndex index, int frame, int wordLength, int before) {
        super(words);
        this.index = index;
        this.frame = frame;
        this.wordLength = wordLength;
        this.before = before;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of((index.frameBits() + 7) / 8);
    }

    @Override
    byte[] derive(byte[] bytes) {
        int length = Math.toIntExact(index.frame(frame).length());
        byte[] range = Arrays.copyOfRange(SwappedContent.swap(bytes, wordLength), before, before + length);
        return index.extract(frame, range);
    }
}
