/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.video;

import java.io.ByteArrayOutputStream;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Bare MPEG-2 and H.264 videos of grey pictures that become lighter. */
final class TestVideo {

    static final int WIDTH = 96;
    static final int HEIGHT = 64;

    private TestVideo() {}

    /** The luminance of a picture, of 16 to 235. */
    static int luminance(int picture) {
        return 30 + 8 * picture;
    }

    static byte[] of(String encoder, int pictures) {
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(encoder);
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        AVFrame frame = avutil.av_frame_alloc();
        AVPacket packet = avcodec.av_packet_alloc();
        try (AVRational duration = new AVRational().num(1).den(25)) {
            context.width(WIDTH);
            context.height(HEIGHT);
            context.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
            context.time_base(duration);
            context.bit_rate(1_000_000);
            check(avcodec.avcodec_open2(context, codec, (AVDictionary) null));
            frame.width(WIDTH);
            frame.height(HEIGHT);
            frame.format(avutil.AV_PIX_FMT_YUV420P);
            check(avutil.av_frame_get_buffer(frame, 0));
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            for (int picture = 0; picture < pictures; picture++) {
                check(avutil.av_frame_make_writable(frame));
                fill(frame, 0, HEIGHT, luminance(picture));
                fill(frame, 1, HEIGHT / 2, 128);
                fill(frame, 2, HEIGHT / 2, 128);
                frame.pts(picture);
                check(avcodec.avcodec_send_frame(context, frame));
                drain(context, packet, stream);
            }
            check(avcodec.avcodec_send_frame(context, null));
            drain(context, packet, stream);
            return stream.toByteArray();
        } finally {
            avcodec.av_packet_free(packet);
            avutil.av_frame_free(frame);
            avcodec.avcodec_free_context(context);
        }
    }

    private static void fill(AVFrame frame, int plane, int rows, int value) {
        BytePointer samples = frame.data(plane);
        for (long index = 0; index < (long) rows * frame.linesize(plane); index++) {
            samples.put(index, (byte) value);
        }
    }

    private static void drain(AVCodecContext context, AVPacket packet, ByteArrayOutputStream stream) {
        while (avcodec.avcodec_receive_packet(context, packet) >= 0) {
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            stream.writeBytes(bytes);
            avcodec.av_packet_unref(packet);
        }
    }

    private static void check(int status) {
        if (status < 0) {
            throw new IllegalStateException("FFmpeg's encoder answers " + status);
        }
    }
}
