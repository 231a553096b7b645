/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.util.OptionalLong;

import org.isocenter.dicom.io.FrameIndex;

/** A frame in several fragments, or of single bits that begin within a byte: put together in memory. */
final class ExtractedFrame extends DerivedContent {

    private final FrameIndex index;
    private final int frame;

    ExtractedFrame(ObjectContent range, FrameIndex index, int frame) {
        super(range);
        this.index = index;
        this.frame = frame;
    }

    @Override
    public OptionalLong length() {
        return index.kind() == FrameIndex.Kind.NATIVE
                ? OptionalLong.of((index.frameBits() + 7) / 8)
                : OptionalLong.empty();
    }

    @Override
    byte[] derive(byte[] bytes) {
        return index.extract(frame, bytes);
    }
}
