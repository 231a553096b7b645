/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

import org.isocenter.loadtest.action.Action;
import org.isocenter.loadtest.metrics.Failures;
import org.isocenter.loadtest.metrics.RunRecorder;
import org.isocenter.loadtest.scenario.FlowPlan;

/** Runs the clients of a flow, a thread for each. */
final class Flow {

    private static final long LATE_NANOS = 100_000_000;
    private static final long NOTHING_TO_DO_MILLIS = 50;
    private static final long LONGEST_SLEEP_MILLIS = 200;

    private final FlowPlan plan;
    private final Mix mix;
    private final RunRecorder recorder;
    private final Random random;
    private final List<Thread> threads = new ArrayList<>();
    private final Arrivals arrivals;
    private final Stop stop;
    private final long drainNanos;
    private long begin;
    private long end;

    /** Asks whether the run was stopped, and is told why it cannot go on. */
    interface Stop {

        /** Whether no more is to be begun. */
        boolean isStopped();

        /** Something failed that is no failure of the archive. */
        void because(Exception failure);
    }

    Flow(FlowPlan plan, Mix mix, RunRecorder recorder, Random random, Duration drain, Stop stop) {
        this.plan = plan;
        this.mix = mix;
        this.recorder = recorder;
        this.random = random;
        this.stop = stop;
        this.drainNanos = drain.toNanos();
        this.arrivals = plan.arrivals()
                .map(profile -> new Arrivals(profile, plan.poisson(), new Random(random.nextLong())))
                .orElse(null);
    }

    /** Starts the clients; their time begins at the nanosecond. */
    void start(long origin, IntFunction<LoadWorker> workers) {
        begin = origin + plan.start().toNanos();
        end = begin + plan.length().toNanos();
        for (int i = 0; i < plan.clients(); i++) {
            LoadWorker worker = workers.apply(i);
            long first = begin + (arrivals == null ? plan.ramp().toNanos() * i / plan.clients() : 0);
            Thread thread = new Thread(() -> work(worker, first), "load-" + plan.name() + "-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    private void work(LoadWorker worker, long first) {
        try (worker) {
            sleepUntil(first);
            if (arrivals == null) {
                closedLoop(worker);
            } else {
                openLoop(worker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // the farewell failed, or an instance could not be made
            if (!stop.isStopped() && System.nanoTime() < end) {
                stop.because(e);
            }
        } catch (RuntimeException e) {
            stop.because(e);
        }
    }

    private void closedLoop(LoadWorker worker) throws IOException, InterruptedException {
        while (System.nanoTime() < end && !stop.isStopped()) {
            boolean done = worker.perform(mix.choose(worker.random()), System.nanoTime());
            long pause = done ? plan.think().toMillis() : NOTHING_TO_DO_MILLIS;
            if (pause > 0) {
                // half to one and a half of it, so that clients do not march in step
                sleepUntil(System.nanoTime()
                        + (long) (pause * 1e6 * (0.5 + worker.random().nextDouble())));
            }
        }
    }

    private void openLoop(LoadWorker worker) throws IOException, InterruptedException {
        while (!stop.isStopped()) {
            long offset = arrivals.next();
            if (offset < 0) {
                return;
            }
            long due = begin + offset;
            Action action = mix.choose(worker.random());
            sleepUntil(due);
            long now = System.nanoTime();
            if (stop.isStopped()) {
                return;
            }
            if (now - due > LATE_NANOS) {
                recorder.late(action.label());
            }
            // what was due and found no free client is made up for after the end, and its latency counts from when it
            // was due
            if (now < end + drainNanos) {
                worker.perform(action, due);
            } else {
                recorder.error(action.label(), Failures.NOT_BEGUN, "no client was free until the end of the run");
                recorder.failed(action.label(), Failures.NOT_BEGUN);
            }
        }
    }

    private void sleepUntil(long nanos) throws InterruptedException {
        while (!stop.isStopped()) {
            long left = nanos - System.nanoTime();
            if (left <= 0) {
                return;
            }
            long millis = Math.min(LONGEST_SLEEP_MILLIS, left / 1_000_000);
            Thread.sleep(millis, millis == LONGEST_SLEEP_MILLIS ? 0 : (int) Math.min(999_999, left % 1_000_000));
        }
    }

    /** Waits until all clients have ended, or the nanosecond; then interrupts them. */
    void join(long until) throws InterruptedException {
        for (Thread thread : threads) {
            long left = (until - System.nanoTime()) / 1_000_000;
            thread.join(Math.max(1, left));
        }
        for (Thread thread : threads) {
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(LONGEST_SLEEP_MILLIS * 10);
            }
        }
    }

    /** Clients that have not ended. */
    long alive() {
        return threads.stream().filter(Thread::isAlive).count();
    }
}
