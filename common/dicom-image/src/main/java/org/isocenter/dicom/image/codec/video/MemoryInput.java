/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.video;

import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.isocenter.dicom.image.codec.CodestreamException;

/**
 * FFmpeg's input on native memory: length and position, then the bytes. The functions that FFmpeg calls are the same for
 * all inputs, for there can only be a few. One thread at a time.
 */
final class MemoryInput implements AutoCloseable {

    private static final long LENGTH = 0;
    private static final long POSITION = 8;
    private static final long BYTES = 16;
    private static final int BUFFER = 1 << 16;

    /** What a whence of stdio is. */
    private static final int SEEK_SET = 0;

    private static final int SEEK_CURRENT = 1;
    private static final int SEEK_END = 2;

    private static final Read READ = new Read();
    private static final Seek SEEK = new Seek();

    private final BytePointer memory;
    private final AVIOContext context;

    MemoryInput(byte[] content) throws CodestreamException {
        memory = new BytePointer(BYTES + content.length);
        memory.putLong(LENGTH, content.length);
        memory.putLong(POSITION, 0);
        memory.position(BYTES).put(content, 0, content.length).position(0);
        BytePointer buffer = new BytePointer(avutil.av_malloc(BUFFER));
        context = avformat.avio_alloc_context(buffer, BUFFER, 0, memory, READ, null, SEEK);
        if (context == null) {
            avutil.av_free(buffer);
            memory.deallocate();
            throw new CodestreamException("no memory for a video stream");
        }
    }

    AVIOContext context() {
        return context;
    }

    @Override
    public void close() {
        avutil.av_free(context.buffer());
        context.buffer(null);
        avformat.avio_context_free(context);
        memory.deallocate();
    }

    private static final class Read extends Read_packet_Pointer_BytePointer_int {

        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            BytePointer memory = new BytePointer(opaque);
            long position = memory.getLong(POSITION);
            long count = Math.min(size, memory.getLong(LENGTH) - position);
            if (count <= 0) {
                return avutil.AVERROR_EOF;
            }
            Pointer.memcpy(buffer, memory.getPointer(BYTES + position), count);
            memory.putLong(POSITION, position + count);
            return (int) count;
        }
    }

    private static final class Seek extends Seek_Pointer_long_int {

        @Override
        public long call(Pointer opaque, long offset, int whence) {
            BytePointer memory = new BytePointer(opaque);
            long length = memory.getLong(LENGTH);
            if (whence == avformat.AVSEEK_SIZE) {
                return length;
            }
            long target =
                    switch (whence & ~avformat.AVSEEK_FORCE) {
                        case SEEK_SET -> offset;
                        case SEEK_CURRENT -> memory.getLong(POSITION) + offset;
                        case SEEK_END -> length + offset;
                        default -> -1;
                    };
            if (target < 0 || target > length) {
                return -1;
            }
            memory.putLong(POSITION, target);
            return target;
        }
    }
}
