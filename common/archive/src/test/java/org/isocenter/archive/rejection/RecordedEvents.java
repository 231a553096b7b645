/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

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

/** Keeps what is announced of changes; nobody can subscribe. */
final class RecordedEvents implements EventBus {

    final List<InstanceChanged> changes = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<Void> instanceStored(InstanceStored event) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> instanceChanged(InstanceChanged event) {
        changes.add(event);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> studyCorrected(StudyCorrected event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> studyChanged(StudySummary study) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> studyGone(String studyInstanceUid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> workDead(DeadWork dead) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription subscribeInstances(String group, InstanceEvents handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription watchStudies(StudyWatch watch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription replayStudies(Map<Integer, Long> fromOffsets, StudyEvents handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void check() {
        // always there
    }

    @Override
    public void close() {
        // nothing is open
    }
}
