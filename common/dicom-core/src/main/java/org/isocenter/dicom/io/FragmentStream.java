/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of fragments without the headers of their items. */
final class FragmentStream extends FilterInputStream {
    private static final int ITEM_HEADER = 8;

    private final byte[] header = new byte[ITEM_HEADER];
    private long left;

    FragmentStream(InputStream in) {
        super(in);
    }

    static int lengthAt(byte[] bytes, int at) {
        return bytes[at + 4] & 0xFF
                | (bytes[at + 5] & 0xFF) << 8
                | (bytes[at + 6] & 0xFF) << 16
                | (bytes[at + 7] & 0xFF) << 24;
    }

    private boolean nextFragment() throws IOException {
        while (left == 0) {
            int count = in.readNBytes(header, 0, ITEM_HEADER);
            if (count == 0) {
                return false;
            }
            if (count < ITEM_HEADER) {
                throw new DicomFormatException(DicomFormatException.Reason.TRUNCATED, "a fragment's header ends early");
            }
            left = Integer.toUnsignedLong(lengthAt(header, 0));
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!nextFragment()) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new DicomFormatException(DicomFormatException.Reason.TRUNCATED, "a fragment ends early");
        }
        left -= count;
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        if (count <= 0 || !nextFragment()) {
            return 0;
        }
        long skipped = in.skip(Math.min(count, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(left, in.available());
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
