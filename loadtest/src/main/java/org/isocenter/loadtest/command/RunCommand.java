/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.isocenter.loadtest.html.HtmlReport;
import org.isocenter.loadtest.peer.Peer;
import org.isocenter.loadtest.peer.PeerKind;
import org.isocenter.loadtest.run.LoadRun;
import org.isocenter.loadtest.run.RunOptions;
import org.isocenter.loadtest.run.RunResult;
import org.isocenter.loadtest.scenario.Access;
import org.isocenter.loadtest.scenario.Scenario;
import org.isocenter.loadtest.scenario.Scenarios;
import org.isocenter.loadtest.view.LiveView;
import org.isocenter.loadtest.view.Summary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the load of a scenario on an archive. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Puts the load of a scenario on an archive and reports what came out.",
        footer = {
            "",
            "Exit status: 0 when all thresholds hold, 1 when one is broken, 2 when the scenario or an option is wrong,",
            "3 when the load could not be run to its end.",
            "",
            "Examples:",
            "  isocenter load run smoke",
            "  isocenter load run mixed --set duration=2m --set load[0].rate=50/s",
            "  isocenter load run mixed --peer orthanc",
            "  isocenter load run smoke --name orthanc \\",
            "    --target name=orthanc,dicom=4242,aet=ORTHANC,web=http://127.0.0.1:8042/dicom-web"
        })
public final class RunCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SCENARIO",
            description = "A YAML file, or smoke, modality-day, reading-room, migration,"
                    + " mixed, big-study, priors or found.")
    private String scenario;

    @Mixin
    private AccessOptions access;

    @Option(names = "--name", description = "What the run is called in reports (default: the scenario's name).")
    private String name;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Another value for a key of the scenario, such as duration=10s or load[0].clients=4.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--seed", description = "The same seed gives the same studies; an archive takes them once only.")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for result.json, report.html and ledger.txt"
                    + " (default: load-results/NAME-TIME in the current folder).")
    private Path out;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Another place for the ledger; it is continued.")
    private Path ledger;

    @Option(names = "--no-ledger", description = "Keep no ledger: digests are not computed.")
    private boolean noLedger;

    @Option(
            names = "--peer",
            paramLabel = "KIND",
            description = "Then put the same load on another archive, started for it on this machine and removed"
                    + " afterwards: orthanc or orthanc-fsync; compared.html shows both.")
    private String peer;

    @Option(names = "--plain", description = "Plain lines even in a terminal.")
    private boolean plain;

    private final CountDownLatch written = new CountDownLatch(1);

    @Override
    public Integer call() throws IOException, InterruptedException {
        Scenario chosen = access.apply(Scenarios.load(scenario, settings));
        if (seed != null) {
            chosen = chosen.withSeed(seed);
        }
        String label = name == null ? chosen.name() : name;
        Path folder = out != null ? out : ResultFiles.folder(label);
        Files.createDirectories(folder);
        Path book = ledger == null ? folder.resolve("ledger.txt") : ledger;
        PeerKind other = peer == null ? null : PeerKind.of(peer);
        try {
            RunResult result = report(chosen, label, folder, book);
            if (other != null && result.aborted().isEmpty()) {
                compare(chosen.withSeed(result.seed()), other, folder, result);
            }
            return !result.aborted().isEmpty() ? 3 : result.passed() ? 0 : 1;
        } finally {
            written.countDown();
        }
    }

    private void compare(Scenario chosen, PeerKind kind, Path folder, RunResult own)
            throws IOException, InterruptedException {
        Path second = folder.resolve(kind.label());
        Files.createDirectories(second);
        try (Peer started = Peer.start(kind)) {
            Access there = chosen.access().onlyTo(started.target());
            RunResult result = report(chosen.withAccess(there), kind.label(), second, second.resolve("ledger.txt"));
            Path compared = folder.resolve("compared.html");
            Files.writeString(compared, HtmlReport.of(List.of(own, result), List.of()));
            System.out.println("both    " + compared);
        }
    }

    private RunResult report(Scenario chosen, String label, Path folder, Path book)
            throws IOException, InterruptedException {
        RunResult result = run(chosen.withName(label), noLedger ? RunOptions.NONE : RunOptions.withLedger(book));
        ResultFiles.write(folder.resolve("result.json"), result);
        Files.writeString(folder.resolve("report.html"), HtmlReport.of(List.of(result), List.of()));
        System.out.print(Summary.of(result));
        System.out.println("report  " + folder.resolve("report.html"));
        System.out.println("result  " + folder.resolve("result.json"));
        if (!noLedger) {
            System.out.println("ledger  " + book);
        }
        return result;
    }

    private RunResult run(Scenario chosen, RunOptions options) throws IOException, InterruptedException {
        try (LoadRun run = new LoadRun(chosen, options)) {
            // Ctrl-C ends the load, and the report is written all the same
            Thread hook = new Thread(
                    () -> {
                        run.stop();
                        try {
                            written.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "load-stop");
            Runtime.getRuntime().addShutdownHook(hook);
            boolean terminal = !plain && LiveView.isTerminal();
            System.out.println(chosen.name() + ": " + chosen.description() + " (seed " + run.seed() + ")");
            try (LiveView view = LiveView.of(run, chosen.name(), terminal, System.out)) {
                return run.run();
            }
        }
    }
}
