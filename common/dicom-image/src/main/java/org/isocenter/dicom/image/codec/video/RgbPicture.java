/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.video;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/** From a decoded picture to red, green and blue. */
final class RgbPicture {

    private static final int COLOURS = 3;
    /** Whole vectors are written, beyond the last pixel too. */
    private static final int ALIGNMENT = 64;
    /** From this height on pictures that do not say it are of ITU-R BT.709, below of BT.601. */
    private static final int HIGH_DEFINITION = 720;

    private static final int UNITY = 1 << 16;
    private static final int QUALITY =
            swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INT | swscale.SWS_BITEXACT;

    private RgbPicture() {}

    /**
     * The frame of a picture, of 8 bits.
     *
     * @throws CodestreamException if the picture is of another extent than described
     */
    static Frame of(AVFrame picture, FrameFormat described) throws CodestreamException {
        if (picture.width() != described.columns() || picture.height() != described.rows()) {
            throw new CodestreamException("a video of another extent than described");
        }
        FrameFormat format = new FrameFormat(
                described.rows(),
                described.columns(),
                COLOURS,
                Byte.SIZE,
                Byte.SIZE,
                Byte.SIZE - 1,
                false,
                false,
                "RGB");
        SwsContext context = swscale.sws_getContext(
                picture.width(),
                picture.height(),
                picture.format(),
                picture.width(),
                picture.height(),
                avutil.AV_PIX_FMT_RGB24,
                QUALITY,
                (SwsFilter) null,
                (SwsFilter) null,
                (DoublePointer) null);
        if (context == null) {
            throw new CodestreamException("a video of pixels that cannot be converted");
        }
        try {
            return new Frame(format, convert(context, picture, format));
        } finally {
            swscale.sws_freeContext(context);
        }
    }

    private static byte[] convert(SwsContext context, AVFrame picture, FrameFormat format) throws CodestreamException {
        IntPointer matrix = swscale.sws_getCoefficients(matrix(picture));
        int fullRange = picture.color_range() == avutil.AVCOL_RANGE_JPEG ? 1 : 0;
        swscale.sws_setColorspaceDetails(context, matrix, fullRange, matrix, 1, 0, UNITY, UNITY);
        int line = format.columns() * COLOURS;
        int stride = (line + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        Pointer memory = avutil.av_malloc((long) stride * format.rows() + ALIGNMENT);
        if (memory == null) {
            throw new CodestreamException("no memory for a picture");
        }
        try (PointerPointer<Pointer> planes = new PointerPointer<>(4L);
                IntPointer strides = new IntPointer(stride, 0, 0, 0)) {
            for (int plane = 0; plane < 4; plane++) {
                planes.put(plane, plane == 0 ? memory : null);
            }
            int rows = swscale.sws_scale(
                    context, picture.data(), picture.linesize(), 0, picture.height(), planes, strides);
            if (rows != format.rows()) {
                throw new CodestreamException("a picture that cannot be converted");
            }
            byte[] samples = new byte[format.length()];
            try (BytePointer pixels = new BytePointer(memory)) {
                for (int row = 0; row < format.rows(); row++) {
                    pixels.position((long) row * stride).get(samples, row * line, line);
                }
            }
            return samples;
        } finally {
            avutil.av_free(memory);
        }
    }

    private static int matrix(AVFrame picture) {
        if (picture.colorspace() != avutil.AVCOL_SPC_UNSPECIFIED) {
            return picture.colorspace();
        }
        return picture.height() < HIGH_DEFINITION ? swscale.SWS_CS_ITU601 : swscale.SWS_CS_ITU709;
    }
}
