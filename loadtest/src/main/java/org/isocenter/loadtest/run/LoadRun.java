/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import org.isocenter.loadtest.action.Actions;
import org.isocenter.loadtest.action.Client;
import org.isocenter.loadtest.action.StoredStudies;
import org.isocenter.loadtest.action.StudyCursor;
import org.isocenter.loadtest.dimse.DatasetReceiver;
import org.isocenter.loadtest.dimse.MoveReceiver;
import org.isocenter.loadtest.ledger.LedgerWriter;
import org.isocenter.loadtest.metrics.RunRecorder;
import org.isocenter.loadtest.metrics.Sample;
import org.isocenter.loadtest.scenario.FlowPlan;
import org.isocenter.loadtest.scenario.Scenario;
import org.isocenter.loadtest.study.FolderSource;
import org.isocenter.loadtest.study.StudyFacts;
import org.isocenter.loadtest.study.StudyGenerator;
import org.isocenter.loadtest.study.StudySource;

/**
 * A run of a scenario within this process. {@link #run()} does all of it; another thread may look at its {@link #progress()} and
 * {@link #timeline()} and {@link #stop()} it.
 */
public final class LoadRun implements Closeable {

    private static final long TICK_NANOS = 1_000_000_000L;

    private final Scenario scenario;
    private final long seed;
    private final StudySource source;
    private final StoredStudies studies;
    private final RunRecorder recorder = new RunRecorder();
    private final Optional<LedgerWriter> ledger;
    private final Optional<MoveReceiver> receiver;
    private final Actions actions;
    private final Preparer preparer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private volatile RunProgress.Phase phase = RunProgress.Phase.GENERATING;
    private volatile long phaseBegan = System.nanoTime();
    private volatile boolean stopped;
    private volatile long origin;

    /**
     * Opens the ledger and the receiver of C-MOVE.
     *
     * @throws IOException when one of them cannot be opened, or the folder of files cannot be read
     */
    public LoadRun(Scenario scenario, RunOptions options) throws IOException {
        this.scenario = scenario;
        this.seed = scenario.seed().orElseGet(() -> new Random().nextInt(Integer.MAX_VALUE));
        this.source = scenario.files().isPresent()
                ? FolderSource.of(scenario.files().get(), seed)
                : new StudyGenerator(seed, scenario.shapes(), scenario.patients());
        this.studies = new StoredStudies(scenario.settle());
        this.ledger = options.ledger().isPresent()
                ? Optional.of(LedgerWriter.open(options.ledger().get()))
                : Optional.empty();
        try {
            this.receiver = scenario.receiver().isPresent()
                    ? Optional.of(MoveReceiver.listen(
                            scenario.receiver().get().host(),
                            scenario.receiver().get().port(),
                            DatasetReceiver.NONE))
                    : Optional.empty();
        } catch (IOException e) {
            if (ledger.isPresent()) {
                ledger.get().close();
            }
            throw e;
        }
        this.actions = new Actions(scenario, studies, ledger);
        this.preparer = preparer();
    }

    private Preparer preparer() {
        if (scenario.prepare().summaries().isEmpty()) {
            return new StudyPreparer(scenario.prepare(), actions, this::worker, stopping());
        }
        if (source instanceof StudyGenerator generator) {
            return new SummaryPreparer(scenario.prepare(), generator, studies, this::awaitFound, stopping());
        }
        throw new IllegalArgumentException("prepare: summaries are those of invented studies, not of files");
    }

    private void awaitFound(StudyFacts study) throws IOException {
        try (Client client = new Client(scenario.access(), 0, List.of(), 0)) {
            actions.awaitFound(study).attempt(client);
        }
    }

    private void enter(RunProgress.Phase next) {
        phaseBegan = System.nanoTime();
        phase = next;
    }

    /**
     * Prepares, runs the load and waits for its end.
     *
     * @throws IOException when the archive did not store what is prepared, or instances could not be made
     */
    public RunResult run() throws IOException, InterruptedException {
        if (source instanceof StudyGenerator generator) {
            generator.prepare();
        }
        enter(RunProgress.Phase.PREPARING);
        preparer.run();
        if (scenario.prepare().studies() > 0 && !stopped) {
            Thread.sleep(scenario.settle().toMillis());
        }
        String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        load();
        enter(RunProgress.Phase.ENDED);
        return RunResults.of(scenario, recorder, ledger, seed, started, failure.get(), stopped);
    }

    private void load() throws InterruptedException {
        origin = System.nanoTime();
        enter(scenario.warmUp().isZero() ? RunProgress.Phase.RUNNING : RunProgress.Phase.WARMING_UP);
        Thread clock = new Thread(this::tick, "load-clock");
        clock.setDaemon(true);
        clock.start();
        Random random = new Random(seed + 1);
        List<Flow> flows = new ArrayList<>();
        for (FlowPlan plan : scenario.flows()) {
            Flow flow = new Flow(
                    plan,
                    new Mix(plan.mix(), actions),
                    recorder,
                    new Random(random.nextLong()),
                    scenario.drain(),
                    stopping());
            flows.add(flow);
            flow.start(
                    origin,
                    number ->
                            worker(number, plan.associations().operations(), new Random(random.nextLong()), recorder));
        }
        long end = origin + scenario.duration().toNanos();
        while (System.nanoTime() < end && !stopped && flows.stream().anyMatch(flow -> flow.alive() > 0)) {
            Thread.sleep(20);
        }
        enter(RunProgress.Phase.DRAINING);
        long until = System.nanoTime() + (stopped ? Duration.ofSeconds(2) : scenario.drain()).toNanos();
        for (Flow flow : flows) {
            flow.join(until);
        }
        clock.interrupt();
        clock.join();
    }

    /** Ends an interval each second. */
    private void tick() {
        long last = origin;
        boolean going = true;
        while (going) {
            try {
                Thread.sleep(Math.max(1, (last + TICK_NANOS - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                going = false;
            }
            long now = System.nanoTime();
            if (going && now - last < TICK_NANOS) {
                continue;
            }
            boolean counted = now - origin > scenario.warmUp().toNanos();
            if (counted && phase == RunProgress.Phase.WARMING_UP) {
                enter(RunProgress.Phase.RUNNING);
            }
            recorder.interval((now - origin) / 1e9, (now - last) / 1e9, counted);
            last = now;
        }
    }

    private LoadWorker worker(int number, int renewAfter, Random random, RunRecorder to) {
        return new LoadWorker(
                new Client(scenario.access(), number, source.contexts(), renewAfter),
                new StudyCursor(source, studies),
                random,
                to,
                scenario.retries());
    }

    private Flow.Stop stopping() {
        return new Flow.Stop() {
            @Override
            public boolean isStopped() {
                return stopped;
            }

            @Override
            public void because(Exception reason) {
                failure.compareAndSet(null, reason);
                stopped = true;
            }
        };
    }

    /** Ends it early; what is under way has two seconds. */
    public void stop() {
        stopped = true;
    }

    /** How far it is. */
    public RunProgress progress() {
        RunProgress.Phase now = phase;
        boolean loading = now.compareTo(RunProgress.Phase.PREPARING) > 0;
        return new RunProgress(
                now,
                Duration.ofNanos(System.nanoTime() - (loading ? origin : phaseBegan)),
                scenario.duration(),
                preparer.done(),
                scenario.prepare().studies(),
                studies.size(),
                recorder.results(),
                recorder.failures(),
                recorder.errors(),
                ledger.map(LedgerWriter::storedCount).orElse(-1L));
    }

    /** All intervals until now, those of the warm-up included. */
    public List<Sample> timeline() {
        return recorder.timeline();
    }

    /** The seed of everything that is random. */
    public long seed() {
        return seed;
    }

    /** The nanosecond (System.nanoTime) of the beginning of the timeline; 0 before the load began. */
    public long originNanos() {
        return origin;
    }

    /** Instances that came by C-MOVE. */
    public long movedInstances() {
        return receiver.map(MoveReceiver::instances).orElse(0L);
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        if (receiver.isPresent()) {
            receiver.get().close();
        }
        if (ledger.isPresent()) {
            ledger.get().close();
        }
    }
}
