/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.stream;

import org.isocenter.dicom.image.codec.CodestreamException;

/** Goes through a codestream's marker segments (T.81 B.1.1). Not thread-safe. */
public final class SegmentReader {
    private final byte[] codestream;
    private int position;
    private int end;

    /**
     * Begins behind the SOI.
     *
     * @throws CodestreamException if the codestream does not begin with it
     */
    public SegmentReader(byte[] codestream) throws CodestreamException {
        this.codestream = codestream;
        if (codestream.length < 2 || codestream[0] != (byte) 0xFF || codestream[1] != (byte) Marker.SOI) {
            throw new CodestreamException("no JPEG codestream");
        }
        position = 2;
    }

    /** The next marker; EOI at the end of the bytes. Fill bytes, and what else is no marker, is passed over. */
    public int nextMarker() {
        while (position + 1 < codestream.length) {
            int code = codestream[position + 1] & 0xFF;
            if (codestream[position] == (byte) 0xFF && code != 0 && code != 0xFF) {
                position += 2;
                return code;
            }
            position++;
        }
        position = codestream.length;
        return Marker.EOI;
    }

    /** Enters the segment behind a marker. */
    public void enter() throws CodestreamException {
        if (position + 2 > codestream.length) {
            throw new CodestreamException("the codestream ends within a marker segment");
        }
        int length = (codestream[position] & 0xFF) << 8 | codestream[position + 1] & 0xFF;
        if (length < 2 || length > codestream.length - position) {
            throw new CodestreamException("a marker segment is longer than the codestream");
        }
        end = position + length;
        position += 2;
    }

    /** Leaves the segment for what lies behind it. */
    public void leave() {
        position = end;
    }

    /** Bytes of the segment that are not read yet. */
    public int remaining() {
        return end - position;
    }

    /** A byte of the segment, 0 to 255. */
    public int readByte() throws CodestreamException {
        if (position >= end) {
            throw new CodestreamException("a marker segment ends too soon");
        }
        return codestream[position++] & 0xFF;
    }

    /** Two bytes of the segment, 0 to 65535. */
    public int readShort() throws CodestreamException {
        int high = readByte();
        return high << 8 | readByte();
    }

    /** Whether the rest of the segment begins with a text; it is passed over if so. */
    public boolean startsWith(String text) {
        if (text.length() > remaining()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (codestream[position + i] != (byte) text.charAt(i)) {
                return false;
            }
        }
        position += text.length();
        return true;
    }

    /** The index of the next byte. */
    public int position() {
        return position;
    }

    /** Goes on at an index. */
    public void moveTo(int index) {
        position = index;
    }
}
