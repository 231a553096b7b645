/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.isocenter.loadtest.action.StoredStudies;
import org.isocenter.loadtest.scenario.Scenario.Preparation;
import org.isocenter.loadtest.study.StudyFacts;
import org.isocenter.loadtest.study.StudyGenerator;

/** Fills the index of an Isocenter with invented studies of which nothing is stored. */
final class SummaryPreparer implements Preparer {

    private static final int MOST_AHEAD = 1000;

    private final Preparation plan;
    private final StudyGenerator generator;
    private final StoredStudies studies;
    private final Found found;
    private final Flow.Stop stop;
    private final AtomicInteger done = new AtomicInteger();

    /** Waits until the archive finds a study. */
    @FunctionalInterface
    interface Found {
        void await(StudyFacts study) throws IOException, InterruptedException;
    }

    SummaryPreparer(Preparation plan, StudyGenerator generator, StoredStudies studies, Found found, Flow.Stop stop) {
        this.plan = plan;
        this.generator = generator;
        this.studies = studies;
        this.found = found;
        this.stop = stop;
    }

    @Override
    public int done() {
        return done.get();
    }

    @Override
    public void run() throws IOException, InterruptedException {
        try (SummaryPublisher publisher = new SummaryPublisher(plan.summaries().orElseThrow())) {
            for (int from = 0; from < plan.studies() && !stop.isStopped(); from += MOST_AHEAD) {
                int to = Math.min(plan.studies(), from + MOST_AHEAD);
                IntStream.range(from, to).parallel().forEach(number -> publish(publisher, number));
            }
            publisher.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        // of each of the last thousand: partitions are read at paces of their own
        for (int number = Math.max(0, plan.studies() - MOST_AHEAD);
                number < plan.studies() && !stop.isStopped();
                number++) {
            found.await(generator.study(number).facts());
        }
    }

    private void publish(SummaryPublisher publisher, int number) {
        try {
            var event = generator.summary(number);
            publisher.publish(event);
            studies.add(event.facts());
            done.incrementAndGet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
