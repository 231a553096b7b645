/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.isocenter.loadtest.data.Identifiers;
import org.isocenter.loadtest.data.InstanceTemplate;
import org.isocenter.loadtest.dimse.DicomAddress;
import org.isocenter.loadtest.dimse.DicomClient;
import org.isocenter.loadtest.operation.Operation;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.operation.WebGet;
import org.isocenter.loadtest.operation.WebGets;
import org.isocenter.loadtest.socket.ConnectOptions;
import org.isocenter.loadtest.study.ImageKind;
import org.isocenter.loadtest.study.LoadInstance;
import org.isocenter.loadtest.study.StudyBatch;
import org.isocenter.loadtest.study.StudyGenerator;
import org.isocenter.loadtest.study.StudyShape;

/** What viewers ask of long series and of objects of many frames. */
final class LargeStudies {

    private static final int SLICES = 1000;
    private static final int COLD_SERIES = 6;
    private static final int LONG_STUDY = Identifiers.FIRST_IMAGE_STUDY + 100_000;
    private static final int FIRST_SLICE = Identifiers.FIRST_IMAGE + 100_000;
    private static final int FIRST_COLD_STUDY = LONG_STUDY + 1;
    private static final int FIRST_COLD_SLICE = FIRST_SLICE + SLICES;
    private static final int ASSOCIATIONS = 4;
    private static final int FRAMES = 2000;
    private static final int FRAME_SIZE = 256;
    private static final long FRAME_BYTES = 2L * FRAME_SIZE * FRAME_SIZE;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final String JSON = "application/dicom+json";
    private static final String OCTETS = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";
    private static final String DICOM = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";

    private final Identifiers identifiers;
    private final InstanceTemplate images;
    private final InstanceTemplate small;
    private final StudyBatch enhanced;
    private final StudyGenerator generator;

    /** An operation and how many clients do it. */
    record Measured(Operation operation, List<Integer> clients) {}

    LargeStudies(InstanceTemplate images, InstanceTemplate small) {
        this.identifiers = images.identifiers();
        this.images = images;
        this.small = small;
        StudyShape shape = StudyShape.of(ImageKind.ENHANCED_CT, 1, 1).withSize(FRAMES, FRAME_SIZE, FRAME_SIZE);
        this.generator = new StudyGenerator(identifiers.run(), List.of(shape), 0);
        this.enhanced = generator.study(0);
    }

    /** Stores a study of 1,000 slices, some whose metadata nobody asked for yet, and an enhanced object. */
    void load(Target target) throws IOException, InterruptedException {
        StudyLoader loader = new StudyLoader(target, ASSOCIATIONS);
        loader.load(
                SLICES,
                number -> images.instance(LONG_STUDY, FIRST_SLICE + number),
                List.of(identifiers.patientId(LONG_STUDY)));
        loader.load(
                COLD_SERIES * SLICES,
                number -> small.instance(FIRST_COLD_STUDY + number / SLICES, FIRST_COLD_SLICE + number),
                IntStream.range(0, COLD_SERIES)
                        .mapToObj(each -> identifiers.patientId(FIRST_COLD_STUDY + each))
                        .toList());
        LoadInstance object = enhanced.instance(0);
        DicomAddress address =
                new DicomAddress(target.host(), target.dicomPort(), target.aet(), "BENCHMARK", ConnectOptions.FAST);
        try (DicomClient client = DicomClient.open(address, generator.contexts(), LONGEST)) {
            client.store(object.sopClassUid(), object.sopInstanceUid(), object.transferSyntaxUid(), object.dataset());
        }
    }

    /** In the order in which they are to be measured. */
    List<Measured> operations() throws IOException {
        List<Measured> operations = new ArrayList<>();
        long slice = images.instance(0, 0).pixels().length;
        String study = "/studies/" + identifiers.studyInstanceUid(LONG_STUDY);
        String series = study + "/series/" + identifiers.seriesInstanceUid(LONG_STUDY);
        List<String> instances = IntStream.range(0, SLICES)
                .mapToObj(each -> series + "/instances/" + identifiers.sopInstanceUid(FIRST_SLICE + each))
                .toList();
        operations.add(new Measured(
                new WebGets("metadata of 1,000, first", coldMetadata(), JSON, SLICES * 500L, true), List.of(1)));
        operations.add(new Measured(
                new WebGet("metadata of 1,000", series + "/metadata", JSON, 1, SLICES * 500L), List.of(1, 8)));
        operations.add(new Measured(
                new WebGets("frames of 1,000 slices", each(instances, "/frames/1"), OCTETS, slice, false),
                List.of(1, 8, 32)));
        LoadInstance object = enhanced.instance(0);
        String frames = "/studies/" + object.study().studyInstanceUid() + "/series/" + object.seriesInstanceUid()
                + "/instances/" + object.sopInstanceUid() + "/frames/";
        operations.add(new Measured(
                new WebGets(
                        "frames of an object of 2,000",
                        IntStream.rangeClosed(1, FRAMES)
                                .mapToObj(each -> frames + each)
                                .toList(),
                        OCTETS,
                        FRAME_BYTES,
                        false),
                List.of(1, 8, 32)));
        operations.add(new Measured(
                new WebGets(
                        "rendered in 128 x 128",
                        each(instances, "/rendered?viewport=128,128"),
                        "image/jpeg",
                        300,
                        false),
                List.of(1, 8)));
        operations.add(new Measured(new WebGet("study of 1,000", study, DICOM, SLICES, SLICES * slice), List.of(1, 4)));
        operations.add(new Measured(
                new WebGet("study of 1,000 as ZIP", study, "application/zip", SLICES, SLICES), List.of(1)));
        return operations;
    }

    private List<String> coldMetadata() {
        return IntStream.range(0, COLD_SERIES)
                .map(each -> FIRST_COLD_STUDY + each)
                .mapToObj(each -> "/studies/" + identifiers.studyInstanceUid(each) + "/series/"
                        + identifiers.seriesInstanceUid(each) + "/metadata")
                .toList();
    }

    private static List<String> each(List<String> instances, String resource) {
        return instances.stream().map(instance -> instance + resource).toList();
    }
}
