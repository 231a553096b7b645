/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.video;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameDecoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * Frames near the start of an MPEG-2, H.264 or HEVC video (PS3.5 8.2.5 to 8.2.8), in the order of their presentation. A
 * frame comes as RGB of 8 bits, whatever the video's sampling and depth; its extent must be that described.
 *
 * <p>All before a frame is decoded for it: this is for posters and thumbnails, not for playing.
 */
public final class VideoDecoder implements FrameDecoder {

    private static final int LAST_FRAME = 9_999;
    /** Twice what the largest levels of the codecs allow. */
    private static final long MAX_PIXELS = 1L << 26;

    /** One that loads its native libraries when it first decodes. */
    public VideoDecoder() {}

    /**
     * The first frame.
     *
     * @param codestream all fragments of the video, one behind the other
     */
    @Override
    public Frame decode(FrameFormat described, byte[] codestream) throws CodestreamException {
        return decode(described, codestream, 0);
    }

    /**
     * One frame.
     *
     * @param codestream the video from its start on; its end may be missing
     * @param frame 0 to 9999
     * @throws CodestreamException if the video has no such frame, or is none
     * @throws IllegalArgumentException if frame is out of range
     */
    public Frame decode(FrameFormat described, byte[] codestream, int frame) throws CodestreamException {
        if (frame < 0 || frame > LAST_FRAME) {
            throw new IllegalArgumentException("frame " + frame + " of a video, not 0 to " + LAST_FRAME);
        }
        if ((long) described.rows() * described.columns() > MAX_PIXELS) {
            throw new CodestreamException("a video of an extent that no codec has");
        }
        Ffmpeg.require();
        try (Demuxer demuxer = new Demuxer(codestream)) {
            Countdown packets = new Countdown(frame);
            AVPacket first = demuxer.next(packets);
            if (first == null) {
                throw new CodestreamException("a stream without video");
            }
            try (PictureDecoder decoder = new PictureDecoder(demuxer.parameters(), described)) {
                return decode(described, demuxer, decoder, first, packets, frame);
            }
        }
    }

    private static Frame decode(
            FrameFormat described,
            Demuxer demuxer,
            PictureDecoder decoder,
            AVPacket first,
            Countdown packets,
            int frame)
            throws CodestreamException {
        int before = frame;
        AVPacket packet = first;
        boolean ended;
        do {
            ended = packet == null;
            decoder.send(packet);
            for (AVFrame picture = decoder.receive(); picture != null; picture = decoder.receive()) {
                if (before == 0) {
                    return RgbPicture.of(picture, described);
                }
                before--;
            }
            packet = ended ? null : demuxer.next(packets);
        } while (!ended);
        throw new CodestreamException("a video without this frame");
    }
}
