/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Measures a run. Clients record without waiting for each other; one thread takes the intervals out. */
public final class RunRecorder {

    private static final int EXAMPLES = 20;

    private final Map<String, OperationRecorder> operations = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final Map<String, Long> allErrors = new TreeMap<>();
    private final Map<String, Long> allFailures = new TreeMap<>();
    private final Map<String, String> examples = new ConcurrentHashMap<>();
    private final List<Sample> timeline = new CopyOnWriteArrayList<>();
    private double countedSeconds;

    private OperationRecorder operation(String label) {
        return operations.computeIfAbsent(label, each -> new OperationRecorder());
    }

    /**
     * An operation succeeded.
     *
     * @param latencyNanos from when it was due
     * @param serviceNanos of the attempt
     */
    public void succeeded(String label, long latencyNanos, long serviceNanos, long bytes) {
        operation(label).succeeded(latencyNanos, serviceNanos, bytes);
    }

    /** An attempt failed. */
    public void error(String label, String kind, String message) {
        operation(label).firstError();
        count(errors, kind);
        if (examples.size() < EXAMPLES) {
            examples.putIfAbsent(kind, label + ": " + message);
        }
    }

    /** An operation failed for good. */
    public void failed(String label, String kind) {
        operation(label).failed();
        count(failures, kind);
    }

    /** An operation of an open loop began late, or never. */
    public void late(String label) {
        operation(label).late();
    }

    private static void count(Map<String, LongAdder> counts, String kind) {
        counts.computeIfAbsent(kind, each -> new LongAdder()).increment();
    }

    /**
     * Ends an interval.
     *
     * @param second from the beginning of the load
     * @param seconds how long the interval was
     * @param counted whether it belongs to the result, not to the warm-up
     */
    public synchronized Sample interval(double second, double seconds, boolean counted) {
        Map<String, OperationSample> samples = new LinkedHashMap<>();
        operations.forEach((label, recorder) -> {
            OperationSample sample = recorder.interval(counted);
            if (sample.succeeded() + sample.failed() + sample.firstErrors() > 0) {
                samples.put(label, sample);
            }
        });
        Sample sample = new Sample(
                second, seconds, samples, take(errors, allErrors, counted), take(failures, allFailures, counted));
        timeline.add(sample);
        if (counted) {
            countedSeconds += seconds;
        }
        return sample;
    }

    private static Map<String, Long> take(Map<String, LongAdder> now, Map<String, Long> all, boolean counted) {
        Map<String, Long> taken = new TreeMap<>();
        now.forEach((kind, adder) -> {
            long count = adder.sumThenReset();
            if (count > 0) {
                taken.put(kind, count);
                if (counted) {
                    all.merge(kind, count, Long::sum);
                }
            }
        });
        return taken;
    }

    /** All intervals until now, in their order. */
    public List<Sample> timeline() {
        return List.copyOf(timeline);
    }

    /** All operations until the last interval, by their labels. */
    public synchronized Map<String, OperationResult> results() {
        Map<String, OperationResult> results = new TreeMap<>();
        operations.forEach((label, recorder) -> results.put(label, recorder.result(countedSeconds)));
        return results;
    }

    /** Attempts that failed, by kind. */
    public synchronized Map<String, Long> errors() {
        return new TreeMap<>(allErrors);
    }

    /** Operations that failed for good, by kind. */
    public synchronized Map<String, Long> failures() {
        return new TreeMap<>(allFailures);
    }

    /** One message of each kind. */
    public Map<String, String> examples() {
        return new TreeMap<>(examples);
    }

    /** Seconds that count. */
    public synchronized double countedSeconds() {
        return countedSeconds;
    }
}
