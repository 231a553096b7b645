/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.util.List;
import java.util.function.IntFunction;

import org.isocenter.dicom.data.Attributes;

/** An invented study of which the instances are made when they are asked for. Thread-safe. */
final class GeneratedStudy implements StudyBatch {

    private final StudyShape shape;
    private final StudyFacts facts;
    private final Attributes elements;
    private final HeaderTemplate header;
    private final List<PixelBlock> pixels;
    private final int number;

    GeneratedStudy(
            StudyShape shape,
            StudyFacts facts,
            Attributes elements,
            HeaderTemplate header,
            List<PixelBlock> pixels,
            int number) {
        this.shape = shape;
        this.facts = facts;
        this.elements = elements;
        this.header = header;
        this.pixels = List.copyOf(pixels);
        this.number = number;
    }

    @Override
    public StudyFacts facts() {
        return facts;
    }

    StudyShape shape() {
        return shape;
    }

    /** Of its first instance, without pixels; not to be changed. */
    Attributes elements() {
        return elements;
    }

    @Override
    public int size() {
        return shape.instanceCount();
    }

    @Override
    public LoadInstance instance(int index) {
        int series = index / shape.instances();
        int inSeries = index % shape.instances();
        PixelBlock block = pixels.get(index % pixels.size());
        byte[] stamped = block.stamp(number, index);
        return new LoadInstance(
                facts,
                facts.seriesInstanceUids().get(series),
                facts.sopInstanceUids().apply(index),
                shape.kind().sopClassUid(),
                shape.kind().transferSyntaxUid(),
                block.parts(header.head(series, inSeries, index), stamped),
                () -> block.digest(header.canonical(series, inSeries, index), stamped));
    }

    static IntFunction<String> sopInstanceUids(StudyIdentifiers identifiers, int number) {
        return index -> identifiers.sopInstanceUid(number, index);
    }
}
