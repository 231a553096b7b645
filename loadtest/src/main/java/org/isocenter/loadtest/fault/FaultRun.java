/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.isocenter.loadtest.run.RunOptions;
import org.isocenter.loadtest.scenario.Scenario;
import org.isocenter.loadtest.verify.LedgerVerification;
import org.isocenter.loadtest.verify.VerifyOptions;
import org.isocenter.loadtest.verify.VerifyResult;
import org.isocenter.loadtest.verify.VerifyResult.Problem;

/** Lets faults happen while traffic runs, each with traffic and a ledger of its own. {@link #putRight()} is for any thread, all else for one. */
public final class FaultRun {

    private static final int LOOK_MILLIS = 250;
    private static final String LEDGER = ".ledger.txt";

    private final ClusterControl cluster;
    private final Scenario scenario;
    private final Path folder;
    private final Times times;
    private final AtomicReference<Fault> lasting = new AtomicReference<>();

    /**
     * How long things take.
     *
     * @param before traffic before the fault, which is the measure; not shorter than what is looked at together
     * @param hold of the fault
     * @param recover at most, after it was put right
     */
    public record Times(Duration before, Duration hold, Duration recover) {

        /** Refuses a measure that is none. */
        public Times {
            if (before.toSeconds() < Recovery.WINDOW) {
                throw new IllegalArgumentException("--before is " + Recovery.WINDOW + "s at least");
            }
        }
    }

    /** What the ledgers of a fault show. */
    private record Verdict(long acknowledged, Map<Problem, Long> problems) {}

    /**
     * On a cluster.
     *
     * @param scenario the traffic; its duration does not count
     * @param folder for ledgers
     */
    public FaultRun(ClusterControl cluster, Scenario scenario, Path folder, Times times) {
        this.cluster = cluster;
        this.scenario = scenario;
        this.folder = folder;
        this.times = times;
    }

    /** Where a ledger is, of a fault or of another name. */
    public static Path ledger(Path folder, String name) {
        return folder.resolve(name + LEDGER);
    }

    /** Whether a file is such a ledger. */
    public static boolean isLedger(Path file) {
        return file.getFileName().toString().endsWith(LEDGER);
    }

    /** Lets one happen, waits until all is as before, and checks the ledgers. What did not succeed is in the outcome. */
    public FaultOutcome run(Fault fault) throws InterruptedException {
        FaultOutcome outcome;
        try {
            outcome = happen(fault);
        } catch (IOException e) {
            outcome = FaultOutcome.broken(fault, String.valueOf(e.getMessage()));
        }
        try {
            List<Path> ledgers = new ArrayList<>(fault.ledgers());
            ledgers.add(ledger(folder, fault.name()));
            Verdict verdict = verdict(ledgers);
            return outcome.verified(verdict.acknowledged(), verdict.problems());
        } catch (IOException e) {
            return outcome.troubled(String.valueOf(e.getMessage()));
        }
    }

    private FaultOutcome happen(Fault fault) throws IOException, InterruptedException {
        if (!cluster.awaitReady(times.recover())) {
            throw new IOException("the cluster is not ready: " + cluster.states());
        }
        try (Traffic traffic =
                Traffic.begin(scenario.withName(fault.name()), RunOptions.withLedger(ledger(folder, fault.name())))) {
            return watch(fault, traffic);
        }
    }

    private Verdict verdict(List<Path> ledgers) throws IOException, InterruptedException {
        long acknowledged = 0;
        Map<Problem, Long> problems = new EnumMap<>(Problem.class);
        for (Path ledger : ledgers) {
            VerifyResult result = verify(ledger);
            acknowledged += result.stored();
            result.problems().forEach((problem, count) -> problems.merge(problem, count, Long::sum));
        }
        return new Verdict(acknowledged, problems);
    }

    /** Checks a ledger of this run. */
    public VerifyResult verify(Path ledger) throws IOException, InterruptedException {
        try (LedgerVerification check = new LedgerVerification(ledger, scenario.access(), VerifyOptions.USUAL)) {
            return check.run();
        }
    }

    /** Ends the fault that lasts, if one does; returns what went wrong with that, or nothing. */
    public String putRight() {
        Fault fault = lasting.getAndSet(null);
        if (fault != null) {
            try {
                fault.end();
            } catch (IOException e) {
                return String.valueOf(e.getMessage());
            }
        }
        return "";
    }

    private FaultOutcome watch(Fault fault, Traffic traffic) throws IOException, InterruptedException {
        double measured = scenario.warmUp().plus(times.before()).toSeconds();
        while (!traffic.isRunning() || traffic.second() < measured) {
            Thread.sleep(LOOK_MILLIS);
        }
        double begin = traffic.second();
        List<String> troubles = new ArrayList<>();
        double end;
        lasting.set(fault);
        try {
            fault.begin();
            Thread.sleep(times.hold().toMillis());
        } catch (IOException e) {
            troubles.add(String.valueOf(e.getMessage()));
        } finally {
            end = traffic.second();
            troubles.add(putRight());
        }
        double limit = traffic.second() + times.recover().toSeconds();
        double ready = cluster.awaitReady(times.recover()) ? traffic.second() - end : -1;
        double before = at(traffic, begin, end).rateBefore((int) times.before().toSeconds());
        while (!at(traffic, begin, end).isOver(before) && traffic.second() < limit) {
            traffic.check();
            Thread.sleep(LOOK_MILLIS);
        }
        troubles.removeIf(String::isEmpty);
        return FaultOutcome.of(fault, at(traffic, begin, end), before, ready, String.join("; ", troubles));
    }

    private static Recovery at(Traffic traffic, double begin, double end) {
        return new Recovery(traffic.timeline(), begin, end);
    }
}
