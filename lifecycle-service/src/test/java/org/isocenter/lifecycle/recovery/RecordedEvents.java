/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.recovery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import org.isocenter.archive.event.DeadWork;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.InstanceChanged;
import org.isocenter.archive.event.InstanceEvents;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.event.StudyCorrected;
import org.isocenter.archive.event.StudyEvents;
import org.isocenter.archive.event.StudyWatch;
import org.isocenter.archive.event.Subscription;
import org.isocenter.archive.model.StudySummary;

/** Keeps what is announced; nobody can subscribe. */
final class RecordedEvents implements EventBus {

    private final List<InstanceStored> announced = new CopyOnWriteArrayList<>();

    List<InstanceStored> announced() {
        return announced;
    }

    @Override
    public CompletionStage<Void> instanceStored(InstanceStored event) {
        announced.add(event);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> studyCorrected(StudyCorrected event) {
        throw new AssertionError("nothing is corrected");
    }

    @Override
    public CompletionStage<Void> instanceChanged(InstanceChanged event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> studyChanged(StudySummary study) {
        throw new AssertionError("no study is to be published");
    }

    @Override
    public CompletionStage<Void> studyGone(String studyInstanceUid) {
        throw new AssertionError("no study is gone");
    }

    @Override
    public CompletionStage<Void> workDead(DeadWork dead) {
        throw new AssertionError("nothing is given up");
    }

    @Override
    public Subscription subscribeInstances(String group, InstanceEvents handler) {
        throw new AssertionError("nobody subscribes");
    }

    @Override
    public Subscription watchStudies(StudyWatch watch) {
        throw new AssertionError("nobody subscribes");
    }

    @Override
    public Subscription replayStudies(Map<Integer, Long> fromOffsets, StudyEvents handler) {
        throw new AssertionError("nobody subscribes");
    }

    @Override
    public void check() {
        // serves
    }

    @Override
    public void close() {
        // holds nothing
    }
}
