/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures archives over DICOMweb, in alternating rounds so that what disturbs one disturbs the other too. It first stores a
 * study of 100 slices of 512 KiB and then fetches that.
 */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures archives beside each other.")
public final class Benchmark implements Callable<Integer> {

    private static final int LOADED = 100;

    @Option(names = "--target", required = true, description = "NAME=URL of a DICOMweb root; given twice for a ratio.")
    private List<String> targets;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Rounds of each operation (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "Longest time of a round (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--count", defaultValue = "1000", description = "Most requests of a round.")
    private int count;

    @Option(names = "--seed", defaultValue = "1", description = "What the synthetic studies are made from.")
    private long seed;

    @Option(names = "--json", description = "File that the numbers are written to as well.")
    private Path json;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Target> parsed = targets.stream().map(Target::parse).toList();
        for (Target target : parsed) {
            new Round(1, LOADED, Duration.ofMinutes(5)).run(new StowPost(http, seed), target);
        }
        List<Measurement> all = new ArrayList<>();
        for (Operation operation : reads()) {
            for (int clients : List.of(1, 4, 8)) {
                all.addAll(compare(operation, clients, parsed));
            }
        }
        for (int clients : List.of(1, 4)) {
            all.addAll(compareStores(clients, parsed));
        }
        if (json != null) {
            Files.writeString(
                    json, all.stream().map(Measurement::json).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        }
        return 0;
    }

    private List<Operation> reads() {
        SyntheticStudy study =
                SyntheticStudy.of(SyntheticKind.CT, seed).withSlices(LOADED).withSize(512, 512);
        String studyPath = "/studies/" + study.studyInstanceUid();
        String seriesPath = studyPath + "/series/" + study.seriesInstanceUid(0);
        String dicom = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
        String octets = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";
        return List.of(
                new HttpGet("WADO-RS study", studyPath, dicom, http),
                new HttpGet(
                        "WADO-RS frame",
                        seriesPath + "/instances/" + study.sopInstanceUid(0, 0) + "/frames/1",
                        octets,
                        http),
                new HttpGet("metadata of 100", seriesPath + "/metadata", "application/dicom+json", http),
                new HttpGet("QIDO studies", "/studies?limit=100", "application/dicom+json", http));
    }

    private List<Measurement> compare(Operation operation, int clients, List<Target> over)
            throws IOException, InterruptedException {
        List<Measurement> sums = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < over.size(); i++) {
                Measurement one = new Round(clients, count, Duration.ofSeconds(seconds)).run(operation, over.get(i));
                if (round == 0) {
                    sums.add(one);
                } else {
                    sums.set(i, sums.get(i).plus(one));
                }
            }
        }
        print(sums);
        return sums;
    }

    /** Each target is given slices of its own that it has not seen yet. */
    private List<Measurement> compareStores(int clients, List<Target> over) throws IOException, InterruptedException {
        List<Measurement> sums = new ArrayList<>();
        for (Target target : over) {
            sums.add(new Round(clients, count, Duration.ofSeconds((long) seconds * rounds))
                    .run(new StowPost(http, seed + clients * 1000L), target));
        }
        print(sums);
        return sums;
    }

    private static void print(List<Measurement> measurements) {
        measurements.forEach(each -> System.out.println(each.line()));
        if (measurements.size() == 2) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-24s ratio %.2f",
                    "",
                    measurements.get(0).rate() / measurements.get(1).rate()));
        }
    }
}
