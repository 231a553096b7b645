/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.transcode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.transcode.FrameTranscoder;
import org.isocenter.dicom.image.transcode.TranscodedHeader;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.FrameIndex;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.BulkSource;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.content.FrameSource;
import org.isocenter.retrieve.pixels.PixelMemory;
import org.isocenter.retrieve.send.BodyWriter;

/** A data set whose pixel data are encoded anew, a frame at a time while it is sent. */
final class TranscodedDataset implements Content {

    /** Frames that are read together. */
    private static final int BATCH = 8;

    private final Supplier<StoredInstance> row;
    private final InstanceCorrections corrections;
    private final BulkSource bulk;
    private final FrameSource frames;
    private final PixelMemory memory;
    private final FrameTranscoder transcoder;

    TranscodedDataset(
            Supplier<StoredInstance> row,
            InstanceCorrections corrections,
            BulkSource bulk,
            FrameSource frames,
            PixelMemory memory,
            FrameTranscoder transcoder) {
        this.row = row;
        this.corrections = corrections;
        this.bulk = bulk;
        this.frames = frames;
        this.memory = memory;
        this.transcoder = transcoder;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        StoredInstance instance = row.get();
        Attributes attributes = corrections.apply(WholeHeader.read(bulk, instance));
        boolean hasPixels = attributes.contains(Tag.PixelData);
        attributes.remove(Tag.PixelData);
        if (!hasPixels) {
            DatasetWriter.write(attributes, transcoder.target(), out);
            return;
        }
        FrameRecoder recoder = FrameRecoder.of(attributes, transcoder, memory);
        int count = Math.max(1, instance.numberOfFrames());
        FrameIndex index = instance.frameIndex();
        Output output = new Output(instance, attributes, count, out);
        for (int first = 1; first <= count; first += BATCH) {
            List<Content> stored = batch(instance, first, Math.min(count, first + BATCH - 1));
            try {
                for (int i = 0; i < stored.size(); i++) {
                    long length = index.frame(first - 1 + i).length();
                    output.write(recoder.recode(stored.get(i), length));
                }
            } finally {
                // not each by itself: those that lie one behind the other are read together
                stored.forEach(Content::close);
            }
        }
        output.end();
    }

    /** The data set that is written; what its first frame is like decides what it says of all. */
    private final class Output {

        private final StoredInstance instance;
        private final Attributes attributes;
        private final int count;
        private final BodyWriter out;
        private Attributes after;
        private FrameFormat format;
        private PixelDataWriter pixels;

        Output(StoredInstance instance, Attributes attributes, int count, BodyWriter out) {
            this.instance = instance;
            this.attributes = attributes;
            this.count = count;
            this.out = out;
        }

        void write(FrameRecoder.Recoded frame) throws IOException {
            if (pixels == null) {
                begin(frame.format());
            } else if (!format.equals(frame.format())) {
                throw new ArchiveException(ErrorCode.PIXEL_DATA_INVALID, "The frames are not of one format.");
            }
            pixels.write(frame.bytes());
        }

        private void begin(FrameFormat first) throws IOException {
            format = first;
            TransferSyntax from = TransferSyntax.of(instance.transferSyntaxUid());
            TranscodedHeader.describe(attributes, from, format, transcoder);
            after = split(attributes);
            DatasetWriter.write(attributes, transcoder.target(), out);
            pixels = PixelDataWriter.begin(out, transcoder.target(), format, count);
        }

        void end() throws IOException {
            pixels.end();
            DatasetWriter.write(after, transcoder.target(), out);
        }
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
