/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.transcode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.io.TransferSyntax;

/** Writes Pixel Data frame by frame: one behind the other, or each as a fragment (PS3.5 A.4) behind an empty offset table. */
final class PixelDataWriter {

    private static final int HEADER = 12;
    private static final int UNDEFINED_LENGTH = -1;
    private static final long MAX_LENGTH = 0xFFFF_FFFEL;

    private final OutputStream out;
    private final boolean encapsulated;
    private long written;

    private PixelDataWriter(OutputStream out, boolean encapsulated) {
        this.out = out;
        this.encapsulated = encapsulated;
    }

    /**
     * Writes the element's header.
     *
     * @param syntax little endian
     * @throws ArchiveException LIMIT_EXCEEDED if the element would be too long for its syntax
     */
    static PixelDataWriter begin(OutputStream out, TransferSyntax syntax, FrameFormat format, int frames)
            throws IOException {
        PixelDataWriter writer = new PixelDataWriter(out, syntax.encapsulated());
        if (syntax.encapsulated()) {
            writer.header("OB", UNDEFINED_LENGTH);
            writer.item(Tag.Item, 0);
            return writer;
        }
        long length = (long) format.length() * frames;
        if (length > MAX_LENGTH) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "The pixel data are too long without compression.");
        }
        int padded = (int) (length + (length & 1));
        if (syntax.explicitVr()) {
            writer.header(format.bitsAllocated() > 8 ? "OW" : "OB", padded);
        } else {
            writer.item(Tag.PixelData, padded);
        }
        return writer;
    }

    private void header(String vr, int length) throws IOException {
        ByteBuffer header = buffer(Tag.PixelData);
        header.put((byte) vr.charAt(0))
                .put((byte) vr.charAt(1))
                .putShort((short) 0)
                .putInt(length);
        out.write(header.array(), 0, header.position());
    }

    private void item(int tag, int length) throws IOException {
        ByteBuffer item = buffer(tag);
        item.putInt(length);
        out.write(item.array(), 0, item.position());
    }

    private static ByteBuffer buffer(int tag) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag);
    }

    /** Writes the next frame. */
    void write(byte[] frame) throws IOException {
        if (encapsulated) {
            item(Tag.Item, frame.length + (frame.length & 1));
        }
        out.write(frame, 0, frame.length);
        written += frame.length;
        if (encapsulated && (frame.length & 1) != 0) {
            out.write(0);
        }
    }

    /** Writes what ends the element. */
    void end() throws IOException {
        if (encapsulated) {
            item(Tag.SequenceDelimitationItem, 0);
        } else if ((written & 1) != 0) {
            out.write(0);
        }
    }
}
