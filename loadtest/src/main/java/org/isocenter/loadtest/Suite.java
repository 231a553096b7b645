/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.loadtest.data.Identifiers;
import org.isocenter.loadtest.data.InstanceTemplate;
import org.isocenter.loadtest.operation.CFind;
import org.isocenter.loadtest.operation.CGet;
import org.isocenter.loadtest.operation.CStore;
import org.isocenter.loadtest.operation.ImageSource;
import org.isocenter.loadtest.operation.Operation;
import org.isocenter.loadtest.operation.Service;
import org.isocenter.loadtest.operation.Storescu;
import org.isocenter.loadtest.operation.Stow;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.operation.WebGet;
import org.isocenter.loadtest.operation.WebGets;
import org.isocenter.loadtest.report.Comparison;
import org.isocenter.loadtest.report.Measurement;
import org.isocenter.loadtest.report.Report;
import org.isocenter.loadtest.report.Series;

/** All operations in their order, the archives taking turns in every round. Not thread-safe. */
final class Suite {

    private static final int STUDY_IMAGES = 100;
    private static final int STORE_NUMBERS = 1_000_000;
    private static final int IMAGE_STUDY = Identifiers.FIRST_IMAGE_STUDY;
    private static final int LOADING_ASSOCIATIONS = 4;
    private static final int STORESCU_IMAGES = 200;
    private static final int SAMPLE = 500;
    private static final int STOW_IMAGES = 500;
    private static final String JSON = "application/dicom+json";

    private final List<Target> targets;
    private final Set<Group> groups;
    private final Limits limits;
    private final PrintStream out;
    private final InstanceTemplate images;
    private final InstanceTemplate small;
    private final ImageSource source;
    private final List<Comparison> comparisons = new ArrayList<>();
    private int studies;
    private int failures;

    Suite(List<Target> targets, Set<Group> groups, Limits limits, Identifiers identifiers, PrintStream out) {
        this.targets = List.copyOf(targets);
        this.groups = Set.copyOf(groups);
        this.limits = limits;
        this.out = out;
        this.images = InstanceTemplate.images(identifiers);
        this.small = InstanceTemplate.small(identifiers);
        this.source = new ImageSource(images, STORE_NUMBERS);
    }

    /**
     * Measures.
     *
     * @param sizes numbers of small studies, ascending, with which is searched
     */
    List<Comparison> run(List<Integer> sizes) throws IOException, InterruptedException {
        boolean first = true;
        for (int size : sizes) {
            loadStudies(size);
            search();
            if (first) {
                retrieve();
                retrieveLarge();
                store();
                first = false;
            }
        }
        return List.copyOf(comparisons);
    }

    private void loadStudies(int size) throws IOException, InterruptedException {
        if (groups.contains(Group.FIND) || groups.contains(Group.QIDO)) {
            int from = studies;
            for (Target target : able(Service.FIND, Service.WEB)) {
                out.println("loading " + (size - from) + " studies into " + target.name());
                new StudyLoader(target, LOADING_ASSOCIATIONS)
                        .load(
                                size - from,
                                number -> small.instance(from + number, from + number),
                                IntStream.rangeClosed(0, SAMPLE)
                                        .map(part -> from + (int) ((size - from - 1L) * part / SAMPLE))
                                        .mapToObj(small.identifiers()::patientId)
                                        .distinct()
                                        .toList());
            }
            studies = size;
        }
    }

    private void search() throws InterruptedException {
        Identifiers identifiers = small.identifiers();
        int middle = studies / 2;
        if (groups.contains(Group.FIND)) {
            Attributes patient = new Attributes();
            patient.setString(Tag.PatientID, identifiers.patientId(middle));
            Attributes day = new Attributes();
            day.setString(Tag.StudyDate, identifiers.studyDate(middle));
            compare(CFind.studies("C-FIND by patient", patient, 1), List.of(1, 8));
            compare(
                    CFind.studies("C-FIND by date", day, Math.min(studies, Identifiers.STUDIES_PER_DAY)),
                    List.of(1, 8));
        }
        if (groups.contains(Group.QIDO)) {
            compare(new WebGet("QIDO limit 100", "/studies?limit=100", JSON, 1, 1000), List.of(1, 8));
            String patient = "/studies?PatientID=" + identifiers.patientId(middle);
            compare(new WebGet("QIDO by patient", patient, JSON, 1, 100), List.of(1, 8));
        }
    }

    private void retrieve() throws IOException, InterruptedException {
        Identifiers identifiers = images.identifiers();
        String study = identifiers.studyInstanceUid(IMAGE_STUDY);
        if (groups.contains(Group.WADO) || groups.contains(Group.METADATA) || groups.contains(Group.GET)) {
            for (Target target : able(Service.GET, Service.WEB)) {
                new StudyLoader(target, LOADING_ASSOCIATIONS)
                        .load(
                                STUDY_IMAGES,
                                number -> images.instance(IMAGE_STUDY, Identifiers.FIRST_IMAGE + number),
                                List.of(identifiers.patientId(IMAGE_STUDY)));
            }
        }
        long frame = images.instance(0, 0).pixels().length;
        String series = "/studies/" + study + "/series/" + identifiers.seriesInstanceUid(IMAGE_STUDY);
        String image = series + "/instances/" + identifiers.sopInstanceUid(Identifiers.FIRST_IMAGE) + "/frames/1";
        if (groups.contains(Group.WADO)) {
            String dicom = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
            String octets = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";
            compare(
                    new WebGet("WADO-RS study", "/studies/" + study, dicom, STUDY_IMAGES, STUDY_IMAGES * frame),
                    List.of(1, 4));
            compare(new WebGet("WADO-RS frame", image, octets, 1, frame), List.of(1, 4));
        }
        if (groups.contains(Group.METADATA)) {
            compare(new WebGet("metadata of 100", series + "/metadata", JSON, 1, STUDY_IMAGES * 500L), List.of(1, 4));
        }
        if (groups.contains(Group.GET)) {
            compare(new CGet(study, STUDY_IMAGES), List.of(1, 4));
        }
    }

    private void retrieveLarge() throws IOException, InterruptedException {
        if (!groups.contains(Group.LARGE)) {
            return;
        }
        LargeStudies large = new LargeStudies(images, small);
        for (Target target : able(Service.WEB)) {
            out.println("loading 7,000 slices and an enhanced object into " + target.name());
            large.load(target);
        }
        for (LargeStudies.Measured each : large.operations()) {
            compare(each.operation(), each.clients());
        }
        compare(new Stow(source, STOW_IMAGES), List.of(1));
    }

    private void store() throws InterruptedException {
        if (groups.contains(Group.STORE)) {
            compare(new CStore(source), List.of(1, 4, 16));
        }
        if (groups.contains(Group.NAGLE)) {
            compare(new Storescu(source, STORESCU_IMAGES), List.of(1));
        }
        if (groups.contains(Group.STOW)) {
            compare(new Stow(source, 1), List.of(1, 4));
        }
    }

    private void compare(Operation operation, List<Integer> clientNumbers) throws InterruptedException {
        List<Target> able = able(operation.service());
        if (able.isEmpty()) {
            return;
        }
        for (int clients : clientNumbers) {
            Map<Target, Series> series = new LinkedHashMap<>();
            able.forEach(target -> series.put(target, new Series(target.name())));
            boolean once = operation instanceof WebGets gets && gets.once();
            int rounds = once ? 1 : limits.rounds();
            for (int round = limits.warmUp() > 0 && !once ? -1 : 0; round < rounds; round++) {
                for (Target target : able) {
                    if (series.containsKey(target)) {
                        takeTurn(operation, clients, round, target, series);
                    }
                }
            }
            Comparison comparison = new Comparison(operation.name(), clients, studies, List.copyOf(series.values()));
            comparisons.add(comparison);
            out.print(Report.text(comparison));
        }
    }

    /** A failure takes the archive out of this comparison: a rate with failures in it means nothing. */
    private void takeTurn(Operation operation, int clients, int round, Target target, Map<Target, Series> series)
            throws InterruptedException {
        Duration time = Duration.ofSeconds(round < 0 ? limits.warmUp() : limits.seconds());
        try {
            Measurement one = new Round(clients, most(operation), time).run(operation, target);
            if (round >= 0) {
                series.get(target).add(one);
            }
        } catch (IOException e) {
            series.remove(target);
            failures++;
            out.println(
                    operation.name() + ", " + clients + " clients, " + target.name() + ": FAILED: " + e.getMessage());
        }
    }

    /** How many operations failed. */
    int failures() {
        return failures;
    }

    private List<Target> able(Service... services) {
        return targets.stream()
                .filter(target -> Stream.of(services).anyMatch(target.services()::contains))
                .toList();
    }

    private int most(Operation operation) {
        return operation instanceof CStore || operation instanceof Stow ? limits.stores() : limits.requests();
    }
}
