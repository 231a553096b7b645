/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.video;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.frame.FrameFormat;

/** From the packets of a video to its pictures, in the order of their presentation. One thread at a time. */
final class PictureDecoder implements AutoCloseable {

    /** What a coded picture may be larger than a shown one: blocks of up to 64 pixels. */
    private static final long MARGIN = 64;

    private final AVCodecContext context;
    private final AVFrame picture;

    PictureDecoder(AVCodecParameters parameters, FrameFormat described) throws CodestreamException {
        AVCodec codec = avcodec.avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            throw new CodestreamException("no decoder for this video");
        }
        context = avcodec.avcodec_alloc_context3(codec);
        picture = avutil.av_frame_alloc();
        boolean open = avcodec.avcodec_parameters_to_context(context, parameters) >= 0;
        if (open) {
            context.thread_count(1);
            context.max_pixels((described.rows() + MARGIN) * (described.columns() + MARGIN));
            // keeps pictures back for as long as their order may still change
            context.strict_std_compliance(avcodec.FF_COMPLIANCE_STRICT);
            open = avcodec.avcodec_open2(context, codec, (AVDictionary) null) >= 0;
        }
        if (!open) {
            close();
            throw new CodestreamException("a damaged or unsupported video");
        }
    }

    /** Takes a packet; null at the end. What is damaged is passed over until a picture can be shown. */
    void send(AVPacket packet) {
        avcodec.avcodec_send_packet(context, packet);
    }

    /** The next picture, valid until the next call; null if it needs more packets. */
    AVFrame receive() {
        return avcodec.avcodec_receive_frame(context, picture) < 0 ? null : picture;
    }

    @Override
    public void close() {
        avutil.av_frame_free(picture);
        avcodec.avcodec_free_context(context);
    }
}
