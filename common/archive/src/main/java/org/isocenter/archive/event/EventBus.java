/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.util.Map;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.model.StudySummary;

/** The port to the event bus. Safe for use by many threads. Stages fail with STORAGE_UNAVAILABLE within four seconds. */
public interface EventBus extends AutoCloseable {

    /** Announces an instance; done when all in-sync replicas have it. */
    CompletionStage<Void> instanceStored(InstanceStored event);

    /** Announces a correction on the topic of instances; done when all in-sync replicas have it. */
    CompletionStage<Void> studyCorrected(StudyCorrected event);

    /** Announces what becomes of an instance; done when all in-sync replicas have it. */
    CompletionStage<Void> instanceChanged(InstanceChanged event);

    /** Publishes the whole summary of a study; the last one per study is kept for ever. */
    CompletionStage<Void> studyChanged(StudySummary study);

    /** Publishes that a study is gone. */
    CompletionStage<Void> studyGone(String studyInstanceUid);

    /** Tells of work that was given up; kept for a month. */
    CompletionStage<Void> workDead(DeadWork dead);

    /** Handles announcements as one of a group that shares them; at least once each. */
    Subscription subscribeInstances(String group, InstanceEvents handler);

    /**
     * Tells this process of all studies that are announced from now on, whatever is announced of them. An announcement comes
     * before the rows that it is about are changed (docs/decisions/0001).
     */
    Subscription watchStudies(StudyWatch watch);

    /** Handles all changes of studies from the given offsets on; a partition that is not named is read from its start. */
    Subscription replayStudies(Map<Integer, Long> fromOffsets, StudyEvents handler);

    /** Throws if an event could not be published now. */
    void check();

    @Override
    void close();
}
