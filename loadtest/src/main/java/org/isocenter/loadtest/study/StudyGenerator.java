/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.isocenter.loadtest.dimse.ProposedContext;

/** Invents studies; the same seed and shapes give the same studies in the same order. Thread-safe. */
public final class StudyGenerator implements StudySource {

    private final long seed;
    private final List<StudyShape> shapes;
    private final int patients;
    private final StudyIdentifiers identifiers;
    private final Map<StudyShape, List<PixelBlock>> pixels = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /**
     * Begins with the first study.
     *
     * @param seed decides everything
     * @param shapes of the studies, by weight
     * @param patients who have the studies; 0 for another one with each study
     */
    public StudyGenerator(long seed, List<StudyShape> shapes, int patients) {
        this.seed = seed;
        this.shapes = List.copyOf(shapes);
        this.patients = patients;
        this.identifiers = new StudyIdentifiers(seed);
    }

    @Override
    public StudyBatch next() {
        return study(next.getAndIncrement());
    }

    /** The study of a number from 0 on. */
    public StudyBatch study(int number) {
        return generate(number);
    }

    private GeneratedStudy generate(int number) {
        if (number >= StudyIdentifiers.MOST_STUDIES) {
            throw new IllegalStateException("there are identifiers for 800,000,000 studies");
        }
        Random random = Randoms.of(seed, number);
        StudyShape shape = choose(random);
        int patient = patients == 0 ? number : random.nextInt(patients);
        StudyHeader header = StudyHeader.of(shape, identifiers, seed, number, patient);
        List<PixelBlock> blocks = pixels.computeIfAbsent(shape, each -> PixelBlocks.of(each, seed));
        StudyFacts facts = new StudyFacts(
                identifiers.studyInstanceUid(number),
                identifiers.patientId(patient),
                header.name().family(),
                identifiers.accessionNumber(number),
                header.studyDate(),
                header.description(),
                shape.kind().modality(),
                IntStream.range(0, shape.series())
                        .mapToObj(series -> identifiers.seriesInstanceUid(number, series))
                        .toList(),
                shape.instances(),
                shape.frames(),
                blocks.get(0).length(),
                GeneratedStudy.sopInstanceUids(identifiers, number));
        long length = shape.kind() == ImageKind.WSI ? -1 : blocks.get(0).length();
        HeaderTemplate template = new HeaderTemplate(header.attributes(), identifiers, number, length);
        return new GeneratedStudy(shape, facts, header.attributes(), template, blocks, number);
    }

    /** What an index would be told of the study of a number from 0 on. */
    public SummaryEvent summary(int number) {
        GeneratedStudy study = generate(number);
        return SummaryEvent.of(study.facts(), study.shape(), study.elements());
    }

    /** Makes the pixels of all shapes now instead of with the first study. */
    public void prepare() {
        shapes.forEach(shape -> pixels.computeIfAbsent(shape, each -> PixelBlocks.of(each, seed)));
    }

    @Override
    public List<ProposedContext> contexts() {
        return shapes.stream()
                .map(StudyShape::kind)
                .distinct()
                .map(kind -> ProposedContext.of(kind.sopClassUid(), kind.transferSyntaxUid()))
                .toList();
    }

    private StudyShape choose(Random random) {
        double ticket = random.nextDouble()
                * shapes.stream().mapToDouble(StudyShape::weight).sum();
        for (StudyShape each : shapes) {
            ticket -= each.weight();
            if (ticket < 0) {
                return each;
            }
        }
        return shapes.get(shapes.size() - 1);
    }
}
