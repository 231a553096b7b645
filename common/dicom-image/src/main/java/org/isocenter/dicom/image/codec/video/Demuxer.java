/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.video;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.isocenter.dicom.image.codec.CodestreamException;

/**
 * The packets of the first video of a stream: MPEG-2 transport or program stream, MP4, or the bare video (PS3.5 8.2.5 to
 * 8.2.8). Nothing else is opened, no other file and no address. One thread at a time.
 */
final class Demuxer implements AutoCloseable {

    private static final String FORMATS = "mpegts,mpeg,mpegvideo,mov,h264,hevc";
    private static final String MOST_STREAMS = "32";
    private static final String BYTES_TO_PROBE = "1000000";

    private final MemoryInput input;
    private final AVFormatContext format;
    private final AVPacket packet;
    private int video = -1;

    Demuxer(byte[] stream) throws CodestreamException {
        input = new MemoryInput(stream);
        packet = avcodec.av_packet_alloc();
        format = avformat.avformat_alloc_context();
        try (AVDictionary options = new AVDictionary(null)) {
            format.pb(input.context());
            avutil.av_dict_set(options, "format_whitelist", FORMATS, 0);
            avutil.av_dict_set(options, "protocol_whitelist", "none", 0);
            avutil.av_dict_set(options, "max_streams", MOST_STREAMS, 0);
            avutil.av_dict_set(options, "probesize", BYTES_TO_PROBE, 0);
            int status = avformat.avformat_open_input(format, "", null, options);
            avutil.av_dict_free(options);
            if (status < 0) {
                close();
                throw new CodestreamException("no video stream of a known kind");
            }
        }
    }

    /** The next packet of the video, valid until the next call; null at the end. Packets of other streams count too. */
    AVPacket next(Countdown packets) throws CodestreamException {
        avcodec.av_packet_unref(packet);
        while (avformat.av_read_frame(format, packet) >= 0) {
            packets.step();
            if (video < 0 && isVideo(parameters(packet.stream_index()))) {
                video = packet.stream_index();
            }
            if (packet.stream_index() == video) {
                return packet;
            }
            avcodec.av_packet_unref(packet);
        }
        return null;
    }

    /** Of the video, once there was a packet. */
    AVCodecParameters parameters() {
        return parameters(video);
    }

    private AVCodecParameters parameters(int stream) {
        return format.streams(stream).codecpar();
    }

    private static boolean isVideo(AVCodecParameters parameters) {
        return switch (parameters.codec_id()) {
            case avcodec.AV_CODEC_ID_MPEG1VIDEO,
                    avcodec.AV_CODEC_ID_MPEG2VIDEO,
                    avcodec.AV_CODEC_ID_H264,
                    avcodec.AV_CODEC_ID_HEVC -> true;
            default -> false;
        };
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        if (!format.isNull()) {
            avformat.avformat_close_input(format);
        }
        input.close();
    }
}
