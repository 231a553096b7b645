/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.isocenter.loadtest.fault.ClusterControl;
import org.isocenter.loadtest.fault.Fault;
import org.isocenter.loadtest.fault.FaultCatalogue;
import org.isocenter.loadtest.fault.FaultOutcome;
import org.isocenter.loadtest.fault.FaultReport;
import org.isocenter.loadtest.fault.FaultRun;
import org.isocenter.loadtest.run.RunResults;
import org.isocenter.loadtest.scenario.Scenario;
import org.isocenter.loadtest.scenario.Scenarios;
import org.isocenter.loadtest.scenario.Units;
import org.isocenter.loadtest.verify.VerifyResult;
import org.isocenter.loadtest.verify.VerifyResult.Problem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets faults happen to a local cluster under load, and proves what it kept. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lets faults happen to the cluster of 'isocenter up --cluster --faults' while traffic runs, one after the other.",
            "After each: how long until all is as before, the errors that clients saw, and what the ledger shows."
        },
        footer = {
            "",
            "Exit status: 0 when every fault passed and nothing is lost, 1 when not, 2 when an option is wrong,",
            "3 when it could not be run to its end.",
            "",
            "Examples:",
            "  isocenter load faults --faults short",
            "  isocenter load faults --faults kill-ingest-1,s3-503 --sequence 7",
            "  isocenter load faults --sequence 11 --sequence-only"
        })
public final class FaultsCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:ISOCENTER_DATA:-data}",
            description = "Data folder of the cluster (default ${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--scenario", defaultValue = "faults", description = "The traffic (default ${DEFAULT-VALUE}).")
    private String scenario;

    @Option(
            names = "--faults",
            paramLabel = "NAME,...",
            defaultValue = "all",
            description = "Which, or all, or short: one of each kind (default ${DEFAULT-VALUE}).")
    private String faults;

    @Option(names = "--list", description = "Only say which there are.")
    private boolean list;

    @Option(
            names = "--sequence",
            paramLabel = "SEED",
            description = "And then the same ones in a random order under one traffic.")
    private Long sequence;

    @Option(names = "--sequence-only", description = "The sequence alone, and none of them on its own.")
    private boolean sequenceOnly;

    @Option(
            names = "--before",
            defaultValue = "15s",
            description = "Traffic before each fault (default ${DEFAULT-VALUE}).")
    private String before;

    @Option(names = "--hold", defaultValue = "10s", description = "How long each lasts (default ${DEFAULT-VALUE}).")
    private String hold;

    @Option(
            names = "--recover",
            defaultValue = "60s",
            description = "How long is waited until all is as before (default ${DEFAULT-VALUE}).")
    private String recover;

    @Option(
            names = "--ledger-decides",
            description = "Times are told but do not fail a fault: for machines that are busy otherwise.")
    private boolean ledgerDecides;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for results (default: load-results/faults-TIME).")
    private Path out;

    @Mixin
    private AccessOptions access;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Scenario traffic = access.apply(Scenarios.load(scenario, Map.of("duration", "1h")));
        ClusterControl cluster = ClusterControl.of(data);
        Path folder = out != null ? out : ResultFiles.folder("faults");
        FaultCatalogue catalogue = new FaultCatalogue(cluster, traffic.access(), folder);
        if (list) {
            catalogue.names().forEach(System.out::println);
            return 0;
        }
        if (sequenceOnly && sequence == null) {
            throw new IllegalArgumentException("--sequence-only needs the SEED of --sequence");
        }
        List<Fault> chosen = new ArrayList<>(sequenceOnly ? List.of() : catalogue.select(faults));
        if (sequence != null) {
            chosen.add(catalogue.sequence(sequence, faults));
        }
        Files.createDirectories(folder);
        if (!ledgers(folder).isEmpty()) {
            throw new IllegalArgumentException(folder + " holds the ledgers of another run");
        }
        FaultRun run = new FaultRun(
                cluster,
                traffic,
                folder,
                new FaultRun.Times(
                        Units.duration("--before", before),
                        Units.duration("--hold", hold),
                        Units.duration("--recover", recover)));
        // Ctrl-C must not leave the cluster broken
        Runtime.getRuntime().addShutdownHook(new Thread(run::putRight, "put-right"));
        FaultReport report = report(run, chosen, traffic.name(), folder);
        System.out.print(report.markdown());
        System.out.println("result  " + folder.resolve("faults.json"));
        return report.passed() ? 0 : 1;
    }

    private FaultReport report(FaultRun run, List<Fault> chosen, String traffic, Path folder)
            throws IOException, InterruptedException {
        String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        List<FaultOutcome> outcomes = new ArrayList<>();
        for (Fault fault : chosen) {
            FaultOutcome outcome = run.run(fault);
            outcomes.add(outcome);
            System.out.print(FaultReport.row(outcome));
        }
        long acknowledged = 0;
        Map<Problem, Long> problems = new EnumMap<>(Problem.class);
        for (Path ledger : ledgers(folder)) {
            VerifyResult verdict = run.verify(ledger);
            acknowledged += verdict.stored();
            verdict.problems().forEach((problem, count) -> problems.merge(problem, count, Long::sum));
        }
        FaultReport report = new FaultReport(
                traffic,
                started,
                RunResults.machine(),
                outcomes,
                acknowledged,
                problems,
                ledgerDecides,
                problems.isEmpty()
                        && outcomes.stream()
                                .allMatch(ledgerDecides ? FaultOutcome::nothingLost : FaultOutcome::passed));
        ResultFiles.write(folder.resolve("faults.json"), report);
        Files.writeString(folder.resolve("faults.md"), report.markdown());
        return report;
    }

    private static List<Path> ledgers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(FaultRun::isLedger).sorted().toList();
        }
    }
}
