/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Measures one operation. Clients record without waiting for each other; one thread takes the intervals out. */
final class OperationRecorder {

    private static final long LONGEST = TimeUnit.HOURS.toMicros(2);
    private static final int DIGITS = 3;

    private final Recorder latency = new Recorder(LONGEST, DIGITS);
    private final Recorder service = new Recorder(LONGEST, DIGITS);
    private final LongAdder failed = new LongAdder();
    private final LongAdder firstErrors = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final Histogram allLatency = new Histogram(LONGEST, DIGITS);
    private final Histogram allService = new Histogram(LONGEST, DIGITS);
    private Histogram intervalLatency;
    private Histogram intervalService;
    private long allFailed;
    private long allFirstErrors;
    private long allBytes;
    private long allLate;

    void succeeded(long latencyNanos, long serviceNanos, long byteCount) {
        latency.recordValue(micros(latencyNanos));
        service.recordValue(micros(serviceNanos));
        bytes.add(byteCount);
    }

    void failed() {
        failed.increment();
    }

    void firstError() {
        firstErrors.increment();
    }

    void late() {
        late.increment();
    }

    private static long micros(long nanos) {
        return Math.min(LONGEST, Math.max(0, nanos / 1000));
    }

    /** What came since the last call; is added to the totals unless that is the warm-up. */
    synchronized OperationSample interval(boolean counted) {
        intervalLatency = latency.getIntervalHistogram(intervalLatency);
        intervalService = service.getIntervalHistogram(intervalService);
        long failedNow = failed.sumThenReset();
        long firstErrorsNow = firstErrors.sumThenReset();
        long bytesNow = bytes.sumThenReset();
        long lateNow = late.sumThenReset();
        if (counted) {
            allLatency.add(intervalLatency);
            allService.add(intervalService);
            allFailed += failedNow;
            allFirstErrors += firstErrorsNow;
            allBytes += bytesNow;
            allLate += lateNow;
        }
        return OperationSample.of(intervalLatency, failedNow, firstErrorsNow, bytesNow);
    }

    synchronized OperationResult result(double seconds) {
        return OperationResult.of(
                allLatency, allService, allFailed, allFirstErrors, allLate, allBytes, Math.max(seconds, 1e-9));
    }
}
