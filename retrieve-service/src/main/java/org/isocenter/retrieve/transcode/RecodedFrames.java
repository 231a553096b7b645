/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.transcode;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.image.transcode.FrameTranscoder;
import org.isocenter.dicom.io.FrameIndex;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.content.FrameSource;
import org.isocenter.retrieve.pixels.FrameFormats;
import org.isocenter.retrieve.pixels.PixelMemory;

/** Frames in the transfer syntax that they are wanted in. Thread-safe. */
@ApplicationScoped
public class RecodedFrames {

    private final FrameSource source;
    private final PixelMemory memory;

    /** Out of the frames as they are kept. */
    public RecodedFrames(FrameSource source, PixelMemory memory) {
        this.source = source;
        this.memory = memory;
    }

    /** Whether frames that are stored in one transfer syntax have to be encoded anew for another. */
    public static boolean isRecoded(TransferSyntax stored, TransferSyntax syntax) {
        return !stored.equals(syntax) && FrameTranscoder.canTranscode(stored, syntax);
    }

    /**
     * Whether a transfer syntax has room for the frames of an instance, as far as its row tells. What is not described well enough is
     * left to those who read it, as is an instance without frames, which has nothing to encode.
     */
    public static boolean haveRoom(StoredInstance instance, TransferSyntax syntax) {
        boolean isEncoded = syntax.encapsulated() && !syntax.uid().equals(instance.transferSyntaxUid());
        if (!isEncoded || instance.numberOfFrames() == 0) {
            return true;
        }
        try {
            return FrameTranscoder.canEncode(FrameFormats.of(instance.decodeWithoutBulk()), syntax);
        } catch (ArchiveException e) {
            return true;
        }
    }

    /**
     * The frames, numbered from 1, as they are kept or encoded anew while they are sent.
     *
     * @throws ArchiveException NOT_FOUND if there is no such frame, PIXEL_DATA_INVALID if they are not
     *     described
     */
    public List<Content> frames(StoredInstance instance, List<Integer> numbers, TransferSyntax syntax) {
        TransferSyntax stored = TransferSyntax.of(instance.transferSyntaxUid());
        List<Content> frames = source.frames(instance, numbers);
        if (!isRecoded(stored, syntax)) {
            return frames;
        }
        FrameRecoder recoder =
                FrameRecoder.of(instance.decodeWithoutBulk(), FrameTranscoder.of(stored, syntax), memory);
        FrameIndex index = instance.frameIndex();
        List<Content> recoded = new ArrayList<>(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            long length = index.frame(numbers.get(i) - 1).length();
            recoded.add(new RecodedFrame(frames.get(i), length, recoder));
        }
        return recoded;
    }
}
