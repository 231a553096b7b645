/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

import org.isocenter.dicom.io.FrameRange;
import org.isocenter.retrieve.send.BodyWriter;

/** Frames that follow each other in an object, sent in that order out of one ranged read. Used by one thread. */
final class FrameRun {

    private final ObjectContent whole;
    private InputStream in;

    private FrameRun(ObjectContent whole) {
        this.whole = whole;
    }

    /** The frames of ranges without gaps between them, whole being what they cover. */
    static List<Content> of(ObjectContent whole, List<FrameRange> ranges) {
        FrameRun run = new FrameRun(whole);
        List<Content> frames = new ArrayList<>();
        for (FrameRange range : ranges) {
            frames.add(run
            .new Slice(
                    range.length() - range.strippedLength(),
                    range.strippedLength(),
                    frames.size() == ranges.size() - 1));
        }
        return frames;
    }

    private InputStream open() {
        if (in == null) {
            in = whole.open();
        }
        return in;
    }

    private void end() {
        whole.close();
        if (in != null) {
            try {
                in.close();
            } catch (IOException ignored) {
                // what was wanted of it has been read
            }
        }
    }

    /** One frame, after its item header. */
    private final class Slice implements Content {

        private final long header;
        private final long length;
        private final boolean isLast;

        Slice(long header, long length, boolean isLast) {
            this.header = header;
            this.length = length;
            this.isLast = isLast;
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.of(length);
        }

        @Override
        public void prepare(Executor executor) {
            if (in == null) {
                whole.prepare(executor);
            }
        }

        @Override
        public void writeTo(BodyWriter out) throws IOException {
            boolean goesOn = false;
            try {
                InputStream stream = open();
                stream.skipNBytes(header);
                out.transfer(stream, length);
                goesOn = !isLast;
            } finally {
                if (!goesOn) {
                    end();
                }
            }
        }

        @Override
        public void close() {
            end();
        }
    }
}
