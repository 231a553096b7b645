/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.TransferSyntax;

/** The bulk values of an instance, each under its address. Thread-safe. */
@ApplicationScoped
public class BulkItems {

    private static final Set<Integer> PIXEL_DATA = Set.of(Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData);

    private final BulkSource values;
    private final FrameSource frames;

    /** Values come from one source, frames from the other. */
    public BulkItems(BulkSource values, FrameSource frames) {
        this.values = values;
        this.frames = frames;
    }

    /** Which values are wanted. */
    public enum Selection {
        /** All that metadata give an address of. */
        ALL,
        /** Those of the pixel data elements (PS3.3 C.7.6.24). */
        PIXEL_DATA
    }

    /**
     * The values, by tag, those of items where their sequence stands. Pixel data that are encapsulated come frame by
     * frame (PS3.18 8.7.3.3.2).
     *
     * @param instanceUrl the address of the instance
     */
    public List<BulkItem> of(StoredInstance instance, Selection selection, String instanceUrl) {
        List<BulkItem> items = new ArrayList<>();
        collect(new Collection(instance, selection, instanceUrl, items), instance.decodeAttributes(), List.of());
        return items;
    }

    private record Collection(StoredInstance instance, Selection selection, String instanceUrl, List<BulkItem> items) {}

    private void collect(Collection to, Attributes attributes, List<Integer> path) {
        for (int position = 0; position < attributes.size(); position++) {
            int tag = attributes.tagAt(position);
            Object value = attributes.valueAt(position);
            if (value instanceof Sequence sequence && to.selection() == Selection.ALL) {
                for (int item = 0; item < sequence.size(); item++) {
                    collect(to, sequence.get(item), append(append(path, tag), item));
                }
            } else if (isWanted(to.selection(), tag, value)) {
                add(to, append(path, tag), attributes.vrAt(position), value);
            }
        }
    }

    private static boolean isWanted(Selection selection, int tag, Object value) {
        boolean isPixelData = PIXEL_DATA.contains(tag);
        return switch (selection) {
            case ALL -> value instanceof BulkData || (isPixelData && isInRow(value));
            case PIXEL_DATA -> isPixelData && (value instanceof BulkData || isInRow(value));
        };
    }

    private static boolean isInRow(Object value) {
        return value instanceof byte[] bytes && bytes.length > 0;
    }

    private void add(Collection to, List<Integer> path, VR vr, Object value) {
        if (isFrames(path, value)) {
            addFrames(to);
            return;
        }
        String location = to.instanceUrl() + BulkDataPath.of(path);
        to.items().add(item(to.instance(), location, vr, value));
    }

    /** Whether a value goes out as frames: pixel data of the instance itself that are encapsulated. */
    public static boolean isFrames(List<Integer> path, Object value) {
        return path.equals(List.of(Tag.PixelData)) && value instanceof BulkData bulk && bulk.encapsulated();
    }

    /** A value that does not go out as frames. */
    public BulkItem item(StoredInstance instance, String location, VR vr, Object value) {
        if (value instanceof byte[] bytes) {
            return new BulkItem(location, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, values.small(bytes));
        }
        BulkData bulk = (BulkData) value;
        return bulk.encapsulated()
                ? new BulkItem(
                        location, TransferSyntax.of(instance.transferSyntaxUid()), values.fragments(instance, bulk))
                : new BulkItem(location, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, values.value(instance, bulk, vr));
    }

    private void addFrames(Collection to) {
        List<Integer> numbers = IntStream.rangeClosed(
                        1, Math.max(1, to.instance().numberOfFrames()))
                .boxed()
                .toList();
        TransferSyntax syntax = TransferSyntax.of(to.instance().transferSyntaxUid());
        List<Content> contents = frames.frames(to.instance(), numbers);
        for (int i = 0; i < contents.size(); i++) {
            to.items().add(new BulkItem(to.instanceUrl() + "/frames/" + numbers.get(i), syntax, contents.get(i)));
        }
    }

    private static List<Integer> append(List<Integer> path, int step) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
