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
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.FrameIndex;
import org.isocenter.dicom.io.FrameRange;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.send.ResponseWriter;

/** Single frames out of objects: one ranged read each, without the start of the object. Thread-safe. */
@ApplicationScoped
public class FrameSource {

    private static final long MAX_IN_MEMORY = 64L << 20;

    private final ObjectStore objects;

    /** Over objects whose rows hold the frames' places. */
    public FrameSource(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * The frames, numbered from 1.
     *
     * @throws ArchiveException NOT_FOUND if there is no such frame
     */
    public List<Content> frames(StoredInstance instance, List<Integer> numbers) {
        FrameIndex index = instance.frameIndex();
        if (index.kind() == FrameIndex.Kind.NONE) {
            return deflatedFrames(instance, numbers);
        }
        checkNumbers(numbers, index.count());
        TransferSyntax stored = TransferSyntax.of(instance.transferSyntaxUid());
        int word = stored.bigEndian() ? wordLength(instance.decodeAttributes()) : 1;
        boolean isLocal = objects.localFile(instance.location()).isPresent();
        List<Content> contents = new ArrayList<>();
        while (contents.size() < numbers.size()) {
            List<Integer> left = numbers.subList(contents.size(), numbers.size());
            List<FrameRange> run = isLocal || word > 1 ? List.of() : run(index, left);
            if (run.size() > 1) {
                contents.addAll(FrameRun.of(covering(instance, run), run));
            } else {
                contents.add(frame(instance, index, left.get(0) - 1, word));
            }
        }
        return contents;
    }

    /** Whether a frame, from 1, is a short range of a local file as it stands: then nothing is waited for but the file. */
    public boolean isQuick(StoredInstance instance, int number) {
        FrameIndex index = instance.frameIndex();
        return index.kind() != FrameIndex.Kind.NONE
                && number <= index.count()
                && !TransferSyntax.of(instance.transferSyntaxUid()).bigEndian()
                && isGivenAsItStands(index, index.frame(number - 1))
                && index.frame(number - 1).length() <= ResponseWriter.LONGEST_REGION
                && objects.localFile(instance.location()).isPresent();
    }

    /** The ranges of the first frames of a list that lie one behind the other, as long as no bits need be moved. */
    private static List<FrameRange> run(FrameIndex index, List<Integer> numbers) {
        List<FrameRange> run = new ArrayList<>();
        for (int number : numbers) {
            FrameRange range = index.frame(number - 1);
            boolean follows = run.isEmpty()
                    || run.get(run.size() - 1).offset()
                                    + run.get(run.size() - 1).length()
                            == range.offset();
            if (!follows || !isGivenAsItStands(index, range)) {
                break;
            }
            run.add(range);
        }
        return run;
    }

    private ObjectContent covering(StoredInstance instance, List<FrameRange> run) {
        FrameRange last = run.get(run.size() - 1);
        long start = run.get(0).offset();
        return range(instance, instance.datasetOffset() + start, last.offset() + last.length() - start);
    }

    private static boolean isGivenAsItStands(FrameIndex index, FrameRange range) {
        return range.encapsulated() ? !range.fragmented() : index.frameBits() % 8 == 0;
    }

    private static void checkNumbers(List<Integer> numbers, int count) {
        for (int number : numbers) {
            if (number < 1 || number > count) {
                throw new ArchiveException(
                        ErrorCode.NOT_FOUND, "There is no frame " + number + ": the instance has " + count + ".");
            }
        }
    }

    private Content frame(StoredInstance instance, FrameIndex index, int frame, int wordLength) {
        FrameRange range = index.frame(frame);
        if (wordLength > 1) {
            return swapped(instance, index, frame, wordLength);
        }
        long offset = instance.datasetOffset() + range.offset();
        if (!isGivenAsItStands(index, range)) {
            return new ExtractedFrame(range(instance, offset, range.length()), index, frame);
        }
        long header = range.length() - range.strippedLength();
        return range(instance, offset + header, range.strippedLength());
    }

    /** Pixel data are of whole words (PS3.5 8.1.1); their frames need not be. */
    private Content swapped(StoredInstance instance, FrameIndex index, int frame, int wordLength) {
        long pixelData = index.frame(0).offset();
        FrameRange range = index.frame(frame);
        long first = range.offset() - pixelData;
        long begin = first / wordLength * wordLength;
        long end = (first + range.length() + wordLength - 1) / wordLength * wordLength;
        ObjectContent words = range(instance, instance.datasetOffset() + pixelData + begin, end - begin);
        boolean isWhole = begin == first && end - begin == range.length() && isGivenAsItStands(index, range);
        return isWhole
                ? new SwappedContent(words, wordLength)
                : new SwappedFrame(words, index, frame, wordLength, (int) (first - begin));
    }

    private ObjectContent range(StoredInstance instance, long offset, long length) {
        return new ObjectContent(objects, instance.location(), offset, length);
    }

    private static int wordLength(Attributes attributes) {
        for (int tag : new int[] {Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData}) {
            VR vr = attributes.getVR(tag);
            if (vr != null) {
                return vr.wordLength();
            }
        }
        return VR.OW.wordLength();
    }

    /** A deflated data set has no places in it: it is inflated from its start. */
    private List<Content> deflatedFrames(StoredInstance instance, List<Integer> numbers) {
        TransferSyntax stored = TransferSyntax.of(instance.transferSyntaxUid());
        Attributes attributes = instance.decodeAttributes();
        if (!stored.deflated() || !attributes.contains(Tag.PixelData)) {
            throw new ArchiveException(ErrorCode.NOT_FOUND, "The instance has no frames.");
        }
        checkNumbers(numbers, Math.max(1, attributes.getInt(Tag.NumberOfFrames, 1)));
        FrameIndex index = InflatedPixels.index(attributes);
        List<Content> contents = new ArrayList<>();
        for (int number : numbers) {
            contents.add(InflatedPixels.frame(objects, instance, attributes, index, number - 1));
        }
        return contents;
    }

    /** Reads a range that has to be changed in memory, if it fits there many times. */
    static byte[] readBounded(InputStream in, long length) throws IOException {
        checkLength(length);
        return readAll(in, length);
    }

    static void checkLength(long length) {
        if (length > MAX_IN_MEMORY) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "a value is too long to be converted");
        }
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
