/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.isocenter.loadtest.run.LoadRun;
import org.isocenter.loadtest.run.RunOptions;
import org.isocenter.loadtest.run.RunProgress;
import org.isocenter.loadtest.scenario.Scenario;
import org.isocenter.loadtest.verify.LedgerVerification;
import org.isocenter.loadtest.verify.VerifyOptions;
import org.isocenter.loadtest.verify.VerifyResult;

/** Lets faults happen while traffic runs, each with traffic and a ledger of its own. For one thread. */
public final class FaultRun {

    private static final double NANOS = 1e9;
    private static final int LOOK_MILLIS = 250;

    private final ClusterControl cluster;
    private final Scenario scenario;
    private final Path folder;
    private final Times times;

    /**
     * How long things take.
     *
     * @param before traffic before the fault, which is the measure
     * @param hold of the fault
     * @param recover at most, after it was put right
     */
    public record Times(Duration before, Duration hold, Duration recover) {}

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

    /** Lets one happen, waits until all is as before, and checks the ledger. */
    public FaultOutcome run(Fault fault) throws IOException, InterruptedException {
        if (!cluster.awaitReady(times.recover())) {
            throw new IOException("the cluster is not ready: " + cluster.states());
        }
        Path ledger = ledger(fault.name());
        FaultOutcome outcome;
        try (LoadRun run = new LoadRun(scenario.withName(fault.name()), RunOptions.withLedger(ledger))) {
            CompletableFuture<Void> traffic = CompletableFuture.runAsync(() -> drive(run));
            try {
                outcome = watch(fault, run, traffic);
            } finally {
                run.stop();
            }
            join(traffic);
        }
        VerifyResult verdict = verify(ledger);
        return outcome.verified(verdict);
    }

    /** Where the ledger of a fault is. */
    public Path ledger(String fault) {
        return folder.resolve(fault + ".ledger.txt");
    }

    /** Checks a ledger of this run. */
    public VerifyResult verify(Path ledger) throws IOException, InterruptedException {
        try (LedgerVerification check = new LedgerVerification(ledger, scenario.access(), VerifyOptions.USUAL)) {
            return check.run();
        }
    }

    private static void drive(LoadRun run) {
        try {
            run.run();
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(CompletableFuture<Void> traffic) throws IOException {
        try {
            traffic.join();
        } catch (CompletionException e) {
            throw new IOException("the traffic broke off: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private FaultOutcome watch(Fault fault, LoadRun run, CompletableFuture<Void> traffic)
            throws IOException, InterruptedException {
        while (run.progress().phase() != RunProgress.Phase.RUNNING
                || second(run) < times.before().toSeconds()) {
            if (traffic.isDone()) {
                join(traffic);
                throw new IOException("the traffic ended before the fault");
            }
            Thread.sleep(LOOK_MILLIS);
        }
        double begin = second(run);
        String trouble = "";
        try {
            fault.begin();
            Thread.sleep(times.hold().toMillis());
        } catch (IOException e) {
            trouble = e.getMessage();
        } finally {
            trouble += end(fault);
        }
        double end = second(run);
        double ready = cluster.awaitReady(times.recover()) ? second(run) - end : -1;
        double limit = second(run) + times.recover().toSeconds();
        double before = at(run, begin, end).rateBefore((int) times.before().toSeconds());
        while (!at(run, begin, end).isOver(before) && second(run) < limit && !traffic.isDone()) {
            Thread.sleep(LOOK_MILLIS);
        }
        Recovery recovery = at(run, begin, end);
        return new FaultOutcome(
                fault.name(),
                fault.isOutage(),
                end - begin,
                ready,
                before,
                recovery.lowest(),
                recovery.back(before, fault.isOutage() ? end : begin),
                recovery.errorSeconds(),
                recovery.lastError(),
                recovery.errors(),
                recovery.failures(),
                0,
                Map.of(),
                trouble);
    }

    private static String end(Fault fault) {
        try {
            fault.end();
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static Recovery at(LoadRun run, double begin, double end) {
        return new Recovery(run.timeline(), begin, end);
    }

    private static double second(LoadRun run) {
        return (System.nanoTime() - run.originNanos()) / NANOS;
    }
}
