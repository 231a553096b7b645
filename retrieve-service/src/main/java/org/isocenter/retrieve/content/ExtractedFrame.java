/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

import org.isocenter.dicom.io.FrameIndex;
import org.isocenter.retrieve.send.BodyWriter;

/** A frame in several fragments, or of single bits that begin within a byte. */
final class ExtractedFrame extends DerivedContent {

    private final ObjectContent range;
    private final FrameIndex index;
    private final int frame;

    ExtractedFrame(ObjectContent range, FrameIndex index, int frame) {
        super(range);
        this.range = range;
        this.index = index;
        this.frame = frame;
    }

    @Override
    public OptionalLong length() {
        return index.kind() == FrameIndex.Kind.NATIVE
                ? OptionalLong.of((index.frameBits() + 7) / 8)
                : OptionalLong.empty();
    }

    /** Fragments go out as they are read: those of a video are gigabytes. */
    @Override
    public void writeTo(BodyWriter out) throws IOException {
        if (index.kind() == FrameIndex.Kind.NATIVE) {
            super.writeTo(out);
            return;
        }
        try (InputStream fragments = index.frame(frame).strip(range.open())) {
            fragments.transferTo(out);
        }
    }

    @Override
    byte[] derive(byte[] bytes) {
        return index.extract(frame, bytes);
    }
}
