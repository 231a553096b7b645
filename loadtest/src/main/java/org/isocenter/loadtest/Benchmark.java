/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;

import org.isocenter.loadtest.data.Identifiers;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.peer.Peer;
import org.isocenter.loadtest.peer.PeerKind;
import org.isocenter.loadtest.report.Comparison;
import org.isocenter.loadtest.report.Report;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures archives beside each other in alternating rounds, so that what disturbs one disturbs the others too. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures DICOM archives beside each other; the first named is compared with the others.")
public final class Benchmark implements Callable<Integer> {

    @Option(
            names = "--target",
            description = "A running archive: name=NAME,host=HOST,dicom=PORT,aet=AET,web=DICOMWEB_ROOT"
                    + "[,services=store+find+get+web].")
    private List<String> targets = List.of();

    @Option(
            names = "--peer",
            description = "An archive that is started on the loopback and removed again:"
                    + " orthanc-fsync, orthanc, storescp or dcmqrscp.")
    private List<String> peers = List.of();

    @Option(names = "--only", split = ",", description = "Which operations: ${COMPLETION-CANDIDATES} (default all).")
    private List<Group> only = List.of();

    @Option(
            names = "--studies",
            split = ",",
            defaultValue = "20,10000",
            description = "Numbers of studies with which is searched, ascending (default ${DEFAULT-VALUE}).")
    private List<Integer> studies = List.of();

    @Mixin
    private Limits limits;

    @Option(names = "--run", description = "Seven digits in all identifiers; other ones for each run if not given.")
    private Integer run;

    @Option(names = "--json", description = "File for the numbers as JSON.")
    private Path json;

    @Option(names = "--markdown", description = "File for the numbers as a table.")
    private Path markdown;

    /** Runs the program. */
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Benchmark()).setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return 1;
        });
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Target> all = new ArrayList<>(targets.stream().map(Target::parse).toList());
        List<Peer> started = new ArrayList<>();
        try {
            for (String peer : peers) {
                started.add(Peer.start(PeerKind.of(peer)));
            }
            started.forEach(peer -> all.add(peer.target()));
            if (all.isEmpty()) {
                throw new IllegalArgumentException("name a --target or a --peer");
            }
            Identifiers identifiers =
                    run == null ? Identifiers.at(Instant.now().getEpochSecond()) : new Identifiers(run);
            EnumSet<Group> groups = only.isEmpty() ? EnumSet.allOf(Group.class) : EnumSet.copyOf(only);
            Suite suite = new Suite(all, groups, limits, identifiers, System.out);
            write(suite.run(studies));
            return suite.failures() == 0 ? 0 : 1;
        } finally {
            started.forEach(Peer::close);
        }
    }

    private void write(List<Comparison> comparisons) throws IOException {
        if (json != null) {
            Files.writeString(json, Report.json(comparisons));
        }
        if (markdown != null) {
            Files.writeString(markdown, Report.markdown(comparisons));
        }
    }
}
