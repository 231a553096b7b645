/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.isocenter.loadtest.study.StudyShape;

/**
 * A load and what must come out of it. Immutable.
 *
 * @param name in reports
 * @param description for people
 * @param duration of the load
 * @param warmUp at its beginning, which is not counted
 * @param drain how long is waited at the end for what is under way
 * @param seed of everything that is random; another one for each run if empty
 * @param access to the archive
 * @param receiver of C-MOVE
 * @param timeouts of operations
 * @param retries of failed operations
 * @param shapes of studies that are invented
 * @param files folder of real files instead
 * @param patients who have the studies; 0 for another one with each study
 * @param settle how old a study is before it is asked for
 * @param prepare what is stored before the clock starts
 * @param flows the load
 * @param thresholds what must come out
 */
public record Scenario(
        String name,
        String description,
        Duration duration,
        Duration warmUp,
        Duration drain,
        OptionalLong seed,
        Access access,
        Optional<Receiver> receiver,
        Timeouts timeouts,
        Retries retries,
        List<StudyShape> shapes,
        Optional<Path> files,
        int patients,
        Duration settle,
        Preparation prepare,
        List<FlowPlan> flows,
        List<Threshold> thresholds) {

    /** Takes the lists over. */
    public Scenario {
        shapes = List.copyOf(shapes);
        flows = List.copyOf(flows);
        thresholds = List.copyOf(thresholds);
    }

    /**
     * The SCP of this program to which C-MOVE sends.
     *
     * @param aet that the archive knows
     * @param host on which it listens
     * @param port on which it listens
     */
    public record Receiver(String aet, String host, int port) {}

    /**
     * How long operations may take.
     *
     * @param operation those that are not named
     * @param each those that are
     */
    public record Timeouts(Duration operation, Map<OperationKind, Duration> each) {

        /** Takes the map over. */
        public Timeouts {
            each = Map.copyOf(each);
        }

        /** The limit of an operation. */
        public Duration of(OperationKind kind) {
            return each.getOrDefault(kind, operation);
        }
    }

    /**
     * What is done after a failure.
     *
     * @param attempts in all, the first included
     * @param pause before the next
     */
    public record Retries(int attempts, Duration pause) {}

    /**
     * What is stored first.
     *
     * @param studies how many
     * @param clients at the same time
     * @param overWeb whether by STOW-RS instead of C-STORE
     */
    public record Preparation(int studies, int clients, boolean overWeb, Optional<SummaryTopic> summaries) {}

    /**
     * Where Isocenter's query replicas hear of studies.
     *
     * @param bootstrapServers of Kafka
     * @param topic of summaries
     */
    public record SummaryTopic(String bootstrapServers, String topic) {}

    /** The same against other addresses. */
    public Scenario withAccess(Access other) {
        return new Scenario(
                name,
                description,
                duration,
                warmUp,
                drain,
                seed,
                other,
                receiver,
                timeouts,
                retries,
                shapes,
                files,
                patients,
                settle,
                prepare,
                flows,
                thresholds);
    }

    /** The same under another name. */
    public Scenario withName(String other) {
        return new Scenario(
                other,
                description,
                duration,
                warmUp,
                drain,
                seed,
                access,
                receiver,
                timeouts,
                retries,
                shapes,
                files,
                patients,
                settle,
                prepare,
                flows,
                thresholds);
    }

    /** The same with a fixed seed. */
    public Scenario withSeed(long other) {
        return new Scenario(
                name,
                description,
                duration,
                warmUp,
                drain,
                OptionalLong.of(other),
                access,
                receiver,
                timeouts,
                retries,
                shapes,
                files,
                patients,
                settle,
                prepare,
                flows,
                thresholds);
    }
}
