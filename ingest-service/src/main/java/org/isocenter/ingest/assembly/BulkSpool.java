/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/**
 * The bulk data of one request in a file that is gone with it. Written by one thread; what is written may be read by many.
 */
public final class BulkSpool implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final long STEP = 1 << 20;

    private final Path directory;
    private final SpoolSpace space;
    private FileChannel file;
    private long size;
    private long room;

    /**
     * Makes no file before there is something to write.
     *
     * @param directory where the file will be; made if it is not there
     */
    public BulkSpool(Path directory, SpoolSpace space) {
        this.directory = directory;
        this.space = space;
    }

    /**
     * Appends all of a stream.
     *
     * @throws IOException if the stream cannot be read
     * @throws ArchiveException LIMIT_EXCEEDED, OVER_CAPACITY or STORAGE_FULL if there is no room for it
     */
    BulkRange append(InputStream content) throws IOException {
        long offset = size;
        byte[] buffer = new byte[BUFFER];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            if (size + count > room) {
                space.take(room, STEP);
                room += STEP;
            }
            write(ByteBuffer.wrap(buffer, 0, count));
        }
        return new BulkRange(offset, size - offset);
    }

    private void write(ByteBuffer bytes) {
        try {
            if (file == null) {
                Files.createDirectories(directory);
                file = FileChannel.open(
                        Files.createTempFile(directory, "bulk", ".spool"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
            }
            while (bytes.hasRemaining()) {
                size += file.write(bytes, size);
            }
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.STORAGE_FULL, "the spool of bulk data cannot be written", e);
        }
    }

    /** The bytes of a range; safe for use beside other streams. */
    InputStream open(BulkRange range) {
        return range.length() == 0 ? InputStream.nullInputStream() : new ChannelInput(file, range);
    }

    /** The first bytes of a range, as many as it has up to a number. */
    byte[] head(BulkRange range, int most) {
        try (InputStream in = open(range)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.INTERNAL, "the spool of bulk data cannot be read", e);
        }
    }

    @Override
    public void close() {
        space.giveBack(room);
        room = 0;
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new ArchiveException(ErrorCode.INTERNAL, "the spool of bulk data cannot be removed", e);
            }
        }
    }

    /** Reads a range without moving the channel. */
    private static final class ChannelInput extends InputStream {

        private final FileChannel file;
        private long position;
        private final long end;

        ChannelInput(FileChannel file, BulkRange range) {
            this.file = file;
            this.position = range.offset();
            this.end = range.offset() + range.length();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (position >= end) {
                return -1;
            }
            int count = file.read(ByteBuffer.wrap(buffer, offset, (int) Math.min(length, end - position)), position);
            if (count > 0) {
                position += count;
            }
            return count;
        }
    }
}
