/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.transcode.FrameTranscoder;
import org.isocenter.dicom.image.transcode.TranscodedHeader;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.send.BodyWriter;

/** A data set whose pixel data are encoded anew, a frame at a time while it is sent. */
final class TranscodedDataset implements Content {

    /** Frames that are read together. */
    private static final int BATCH = 8;

    private final Supplier<StoredInstance> row;
    private final BulkSource bulk;
    private final FrameSource frames;
    private final FrameTranscoder transcoder;

    TranscodedDataset(Supplier<StoredInstance> row, BulkSource bulk, FrameSource frames, FrameTranscoder transcoder) {
        this.row = row;
        this.bulk = bulk;
        this.frames = frames;
        this.transcoder = transcoder;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        StoredInstance instance = row.get();
        Attributes attributes = WholeHeader.read(bulk, instance);
        boolean hasPixels = attributes.contains(Tag.PixelData);
        attributes.remove(Tag.PixelData);
        if (!hasPixels) {
            DatasetWriter.write(attributes, transcoder.target(), out);
            return;
        }
        FrameRecoder recoder = FrameRecoder.of(attributes, transcoder, PixelMemory.SHARED);
        int count = Math.max(1, instance.numberOfFrames());
        PixelDataWriter pixels = null;
        FrameFormat format = null;
        Attributes after = new Attributes();
        for (int first = 1; first <= count; first += BATCH) {
            for (Content stored : batch(instance, first, Math.min(count, first + BATCH - 1))) {
                FrameRecoder.Recoded frame;
                try (stored) {
                    frame = recoder.recode(stored);
                }
                if (pixels == null) {
                    format = frame.format();
                    TransferSyntax from = TransferSyntax.of(instance.transferSyntaxUid());
                    TranscodedHeader.describe(attributes, from, format, transcoder);
                    after = split(attributes);
                    DatasetWriter.write(attributes, transcoder.target(), out);
                    pixels = PixelDataWriter.begin(out, transcoder.target(), format, count);
                } else if (!format.equals(frame.format())) {
                    throw new ArchiveException(ErrorCode.PIXEL_DATA_INVALID, "The frames are not of one format.");
                }
                pixels.write(frame.bytes());
            }
        }
        pixels.end();
        DatasetWriter.write(after, transcoder.target(), out);
    }

    private List<Content> batch(StoredInstance instance, int first, int last) {
        return frames.frames(
                instance, IntStream.rangeClosed(first, last).boxed().toList());
    }

    /** Takes out what lies behind the pixel data. */
    private static Attributes split(Attributes attributes) {
        Attributes after = new Attributes();
        List<Integer> behind = new ArrayList<>();
        for (int tag : attributes.tags()) {
            if (Integer.compareUnsigned(tag, Tag.PixelData) > 0) {
                behind.add(tag);
                after.setValue(tag, attributes.getVR(tag), attributes.getValue(tag));
            }
        }
        behind.forEach(attributes::remove);
        return after;
    }
}
