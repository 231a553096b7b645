/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.pixels;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameDecoder;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.io.FrameIndex;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.content.FrameSource;

/** Frames of stored instances as samples, one at a time and within {@link PixelMemory}. Thread-safe; its methods block. */
@ApplicationScoped
public class DecodedFrames {

    /** How long a request waits for others before it is told to come later. */
    public static final Duration SHORT = Duration.ofSeconds(2);

    /** How long an answer that has begun waits. */
    public static final Duration LONG = Duration.ofMinutes(1);

    /** The most that decoders take, in lengths of the frame. */
    private static final int DECODING = 6;

    private static final int COPYING = 2;

    /** Of a video only the first frame is decoded. */
    private static final long START_OF_VIDEO = 16L << 20;

    private final FrameSource source;
    private final PixelMemory memory;

    /** Of frames out of objects. */
    public DecodedFrames(FrameSource source, PixelMemory memory) {
        this.source = source;
        this.memory = memory;
    }

    /**
     * Decodes a frame and uses it.
     *
     * @param format what the data set says of it, by {@link FrameFormats}
     * @param number from 1; of a video there is only the first
     * @param more bytes that the use takes itself
     * @param patience how long to wait for memory
     * @throws ArchiveException NOT_FOUND if there is no such frame, TRANSFER_SYNTAX_NOT_SUPPORTED if nothing decodes it,
     *     PIXEL_DATA_INVALID if it cannot be decoded, LIMIT_EXCEEDED if it would never fit into memory, OVER_CAPACITY if it
     *     does not now, OBJECT_DAMAGED if the object cannot be read
     * @throws IOException if the use does
     */
    public <T> T use(
            StoredInstance instance, FrameFormat format, int number, long more, Duration patience, FrameUse<T> use)
            throws IOException {
        TransferSyntax stored = TransferSyntax.of(instance.transferSyntaxUid());
        FrameDecoder decoder = decoder(stored);
        FrameIndex index = instance.frameIndex();
        if (index.kind() != FrameIndex.Kind.NONE && index.count() == 0) {
            throw new ArchiveException(ErrorCode.PIXEL_DATA_INVALID, "The pixel data hold no whole frame.");
        }
        Content content = source.frames(instance, List.of(number)).get(0);
        long length = index.kind() == FrameIndex.Kind.NONE
                ? format.length()
                : index.frame(number - 1).length();
        long limit = stored.isVideo() ? Math.min(length, START_OF_VIDEO) : length;
        long decoding = (long) format.length() * (stored.encapsulated() ? DECODING : COPYING);
        long needed = limit + Math.max(decoding, format.length() + more);
        try (content;
                PixelMemory.Share share = memory.take(needed, patience)) {
            return use.with(decode(decoder, format, CollectedBytes.of(content, limit)));
        }
    }

    /**
     * Whether frames of a transfer syntax can be decoded.
     *
     * @param transferSyntaxUid of any kind
     */
    public static boolean canDecode(String transferSyntaxUid) {
        return StoredFrameDecoders.of(TransferSyntax.of(transferSyntaxUid)).isPresent();
    }

    private static FrameDecoder decoder(TransferSyntax syntax) {
        return StoredFrameDecoders.of(syntax)
                .orElseThrow(() -> new ArchiveException(
                        ErrorCode.TRANSFER_SYNTAX_NOT_SUPPORTED,
                        "There is no decoder for the transfer syntax " + syntax.uid() + "."));
    }

    private static Frame decode(FrameDecoder decoder, FrameFormat format, byte[] bytes) {
        try {
            return decoder.decode(format, bytes);
        } catch (CodestreamException e) {
            throw new ArchiveException(ErrorCode.PIXEL_DATA_INVALID, "The frame cannot be decoded.", e);
        }
    }
}
