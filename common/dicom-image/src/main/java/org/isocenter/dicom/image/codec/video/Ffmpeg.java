/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.video;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.isocenter.dicom.image.codec.CodestreamException;

/** FFmpeg's libraries, loaded when they are first asked for. Thread-safe. */
final class Ffmpeg {

    private static final class Holder {
        static final Throwable FAILURE = load();

        private static Throwable load() {
            // otherwise an allocation fails when the process, page cache included, is four times as large as its heap
            System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxPhysicalBytes", "0");
            try {
                Loader.load(avutil.class);
                Loader.load(avcodec.class);
                Loader.load(avformat.class);
                Loader.load(swscale.class);
                // its messages quote what a stranger's stream says of itself
                avutil.av_log_set_level(avutil.AV_LOG_QUIET);
                return null;
            } catch (LinkageError e) {
                return e;
            }
        }
    }

    private Ffmpeg() {}

    /**
     * Makes sure that the libraries are there.
     *
     * @throws CodestreamException if there are none for this platform, or they cannot be loaded
     */
    static void require() throws CodestreamException {
        if (Holder.FAILURE != null) {
            throw new CodestreamException("video needs native libraries that are not there", Holder.FAILURE);
        }
    }
}
