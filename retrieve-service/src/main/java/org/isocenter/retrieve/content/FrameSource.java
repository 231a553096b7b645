/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.TransferSyntax;

/** Single frames out of objects: one ranged read each, without the start of the object. Thread-safe. */
@ApplicationScoped
public class FrameSource {

    private final ObjectStore objects;
    private final DatasetCodec codec;

    /** Over objects whose rows hold the frames' places. */
    public FrameSource(ObjectStore objects, DatasetCodec codec) {
        this.objects = objects;
        this.codec = codec;
    }

    /**
     * The frames, numbered from 1.
     *
     * @throws ArchiveException NOT_FOUND if there is no such frame
     */
    public List<Content> frames(StoredInstance instance, List<Integer> numbers) {
        FrameLayout layout = codec.frames(instance);
        int count = layout.count();
        if (count == 0) {
            return deflatedFrames(instance, numbers);
        }
        checkNumbers(numbers, count);
        TransferSyntax stored = TransferSyntax.of(instance.transferSyntaxUid());
        List<Content> contents = new ArrayList<>();
        PixelFormat format = layout.encapsulated() ? null : PixelFormat.of(codec.attributes(instance));
        for (int number : numbers) {
            contents.add(
                    layout.encapsulated()
                            ? encapsulated(instance, layout, number - 1)
                            : uncompressed(instance, layout, number - 1, format, stored));
        }
        return contents;
    }

    private static void checkNumbers(List<Integer> numbers, int count) {
        for (int number : numbers) {
            if (number > count) {
                throw new ArchiveException(
                        ErrorCode.NOT_FOUND, "There is no frame " + number + ": the instance has " + count + ".");
            }
        }
    }

    private Content uncompressed(
            StoredInstance instance, FrameLayout layout, int frame, PixelFormat format, TransferSyntax stored) {
        long start = instance.datasetOffset() + layout.offset(0);
        if (format.isByteAligned()) {
            long offset = instance.datasetOffset() + layout.offset(frame);
            ObjectContent range = new ObjectContent(objects, instance.location(), offset, layout.length(frame));
            return stored.bigEndian() && format.wordLength() > 1 ? new SwappedContent(range, format.wordLength()) : range;
        }
        long firstBit = frame * format.bitsPerFrame();
        int length = (int) ((firstBit % 8 + format.bitsPerFrame() + 7) / 8);
        return new ShiftedContent(
                new ObjectContent(objects, instance.location(), start + firstBit / 8, length),
                (int) (firstBit % 8),
                format.bitsPerFrame());
    }

    private Content encapsulated(StoredInstance instance, FrameLayout layout, int frame) {
        return new FragmentsContent(
                new ObjectContent(
                        objects,
                        instance.location(),
                        instance.datasetOffset() + layout.offset(frame),
                        layout.length(frame)),
                codec);
    }

    /** A deflated data set has no places in it: it is inflated from its start. */
    private List<Content> deflatedFrames(StoredInstance instance, List<Integer> numbers) {
        TransferSyntax stored = TransferSyntax.of(instance.transferSyntaxUid());
        Attributes attributes = codec.attributes(instance);
        if (!stored.deflated() || !attributes.contains(Tag.PixelData)) {
            throw new ArchiveException(ErrorCode.NOT_FOUND, "The instance has no frames.");
        }
        PixelFormat format = PixelFormat.of(attributes);
        checkNumbers(numbers, Math.max(1, attributes.getInt(Tag.NumberOfFrames, 1)));
        InflatedPixels pixels = new InflatedPixels(objects, instance, attributes);
        List<Content> contents = new ArrayList<>();
        for (int number : numbers) {
            contents.add(new BytesContent(pixels.read(format, number - 1)));
        }
        return contents;
    }

    /** Reads a range that fits into memory. */
    static byte[] readAll(InputStream in, long length) throws IOException {
        byte[] bytes = in.readNBytes(Math.toIntExact(length));
        if (bytes.length < length) {
            throw new ArchiveException(ErrorCode.OBJECT_DAMAGED, "an object is shorter than its row says");
        }
        return bytes;
    }
}
