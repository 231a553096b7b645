/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.transcode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.transcode.FrameTranscoder;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.pixels.DecodedFrames;
import org.isocenter.retrieve.pixels.FrameFormats;
import org.isocenter.retrieve.pixels.PixelMemory;
import org.isocenter.retrieve.send.StreamWriter;

/** Frames of one instance in another transfer syntax, within {@link PixelMemory}. */
final class FrameRecoder {

    /** Of the samples: with what a codec works with. */
    private static final int COPIES = 6;

    /** Of the stored frame: while it is collected, and whole. */
    private static final int STORED_COPIES = 2;

    private final FrameFormat described;
    private final FrameTranscoder transcoder;
    private final PixelMemory memory;

    FrameRecoder(FrameFormat described, FrameTranscoder transcoder, PixelMemory memory) {
        this.described = described;
        this.transcoder = transcoder;
        this.memory = memory;
    }

    /**
     * For frames as a data set describes them.
     *
     * @throws ArchiveException PIXEL_DATA_INVALID if it does not
     */
    static FrameRecoder of(Attributes attributes, FrameTranscoder transcoder, PixelMemory memory) {
        return new FrameRecoder(FrameFormats.of(attributes), transcoder, memory);
    }

    /** A frame that was encoded anew. */
    record Recoded(FrameFormat format, byte[] bytes) {}

    /**
     * Reads a frame and encodes it anew.
     *
     * @param length bytes of the stored frame at the most, whatever is described: fragments may be of any length
     * @throws ArchiveException PIXEL_DATA_INVALID if it cannot be decoded, LIMIT_EXCEEDED if it would never fit into memory,
     *     OVER_CAPACITY if it did not in time
     */
    Recoded recode(Content stored, long length) throws IOException {
        long needed = STORED_COPIES * length + (long) COPIES * described.length();
        try (PixelMemory.Share share = memory.take(needed, DecodedFrames.LONG)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) length);
            stored.writeTo(new StreamWriter(bytes));
            Frame frame = transcoder.decode(described, bytes.toByteArray());
            return new Recoded(frame.format(), transcoder.encode(frame));
        } catch (CodestreamException | IllegalArgumentException e) {
            throw new ArchiveException(
                    ErrorCode.PIXEL_DATA_INVALID, "The frame cannot be given in another transfer syntax.", e);
        }
    }
}
