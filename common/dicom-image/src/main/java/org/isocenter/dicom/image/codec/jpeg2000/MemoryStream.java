/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import java.lang.ref.Reference;

import org.isocenter.dicom.image.codec.CodestreamException;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * A stream of OpenJPEG on native memory: length and position, then the bytes. The functions that OpenJPEG calls are the
 * same for all streams. One thread at a time.
 */
final class MemoryStream implements AutoCloseable {

    private static final long LENGTH = 0;
    private static final long POSITION = 8;
    private static final long BYTES = 16;
    private static final long NONE = -1;
    private static final long CHUNK = 1 << 20;

    private static final OpenJpeg.Transfer READ = MemoryStream::read;
    private static final OpenJpeg.Transfer WRITE = MemoryStream::write;
    private static final OpenJpeg.Skip SKIP = MemoryStream::skip;
    private static final OpenJpeg.Seek SEEK = MemoryStream::seek;

    private final OpenJpeg openJpeg;
    private final Memory memory;
    private final Pointer stream;

    private MemoryStream(OpenJpeg openJpeg, long capacity, boolean input) throws CodestreamException {
        this.openJpeg = openJpeg;
        memory = new Memory(BYTES + capacity);
        memory.setLong(LENGTH, capacity);
        memory.setLong(POSITION, 0);
        stream = openJpeg.streamCreate(CHUNK, input ? 1 : 0);
        if (stream == null) {
            memory.close();
            throw new CodestreamException("no memory for a codestream");
        }
        openJpeg.streamSetUserData(stream, memory, null);
        openJpeg.streamSetUserDataLength(stream, capacity);
        openJpeg.streamSetSkipFunction(stream, SKIP);
        openJpeg.streamSetSeekFunction(stream, SEEK);
    }

    /** One to read from. */
    static MemoryStream of(OpenJpeg openJpeg, byte[] content, int offset, int length) throws CodestreamException {
        MemoryStream stream = new MemoryStream(openJpeg, length, true);
        stream.memory.write(BYTES, content, offset, length);
        openJpeg.streamSetReadFunction(stream.stream, READ);
        return stream;
    }

    /** One to write to, which takes no more than the capacity. */
    static MemoryStream ofCapacity(OpenJpeg openJpeg, long capacity) throws CodestreamException {
        MemoryStream stream = new MemoryStream(openJpeg, capacity, false);
        openJpeg.streamSetWriteFunction(stream.stream, WRITE);
        return stream;
    }

    Pointer pointer() {
        return stream;
    }

    /** What has been written. */
    byte[] written() {
        return memory.getByteArray(BYTES, Math.toIntExact(memory.getLong(POSITION)));
    }

    @Override
    public void close() {
        openJpeg.streamDestroy(stream);
        memory.close();
        Reference.reachabilityFence(memory);
    }

    private static long read(Pointer buffer, long length, Pointer memory) {
        long position = memory.getLong(POSITION);
        long count = Math.min(length, memory.getLong(LENGTH) - position);
        if (count <= 0) {
            return NONE;
        }
        buffer.write(0, memory.getByteArray(BYTES + position, (int) count), 0, (int) count);
        memory.setLong(POSITION, position + count);
        return count;
    }

    private static long write(Pointer buffer, long length, Pointer memory) {
        long position = memory.getLong(POSITION);
        if (length < 0 || length > memory.getLong(LENGTH) - position) {
            return NONE;
        }
        for (long done = 0; done < length; done += CHUNK) {
            int count = (int) Math.min(CHUNK, length - done);
            memory.write(BYTES + position + done, buffer.getByteArray(done, count), 0, count);
        }
        memory.setLong(POSITION, position + length);
        return length;
    }

    private static long skip(long length, Pointer memory) {
        long position = memory.getLong(POSITION);
        if (length < 0 || length > memory.getLong(LENGTH) - position) {
            return NONE;
        }
        memory.setLong(POSITION, position + length);
        return length;
    }

    private static int seek(long position, Pointer memory) {
        if (position < 0 || position > memory.getLong(LENGTH)) {
            return 0;
        }
        memory.setLong(POSITION, position);
        return 1;
    }
}
