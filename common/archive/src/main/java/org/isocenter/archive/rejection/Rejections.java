/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.InstanceChanged;
import org.isocenter.archive.event.InstanceChanged.Change;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.model.InstanceScope;
import org.isocenter.archive.model.InstanceStanding;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.Rejection;
import org.isocenter.archive.model.SeriesKey;

/**
 * Rejects instances and restores them. Every change is announced before it is made, so that none is in force unannounced
 * (docs/decisions/0001). Repeating does no harm. Thread-safe; its methods block and throw {@link ArchiveException} with
 * STORAGE_UNAVAILABLE when an engine does not answer: then some instances may be changed, and the same is to be asked again.
 */
public final class Rejections {

    private final MetadataStore metadata;
    private final RejectionStore store;
    private final EventBus events;
    private final String site;
    private final StandingChanges changes;

    /**
     * With the ports.
     *
     * @param site of this process
     */
    public Rejections(MetadataStore metadata, RejectionStore store, EventBus events, String site) {
        this.metadata = metadata;
        this.store = store;
        this.events = events;
        this.site = site;
        this.changes = new StandingChanges(store);
    }

    /** Rejects what is shown of a scope, and returns how many instances that is. */
    public int reject(InstanceScope scope, Rejection rejection) {
        return changeAll(
                scope,
                standing -> standing.state() == InstanceState.ACTIVE
                                && standing.content().isPresent()
                        ? Optional.of(standing.rejected(rejection))
                        : Optional.empty(),
                next -> announce(Change.REJECTED, next, rejection.at(), rejection.by()));
    }

    /**
     * Restores what is rejected of a scope, and returns how many instances that is; those that were rejected before they came among
     * them. A rejection note comes back only if it is named itself.
     */
    public int restore(InstanceScope scope, String by) {
        boolean one = scope.sopInstanceUid().isPresent();
        return changeAll(
                scope,
                standing -> standing.state() == InstanceState.REJECTED && (one || !isHiddenNote(standing))
                        ? Optional.of(standing.restored())
                        : Optional.empty(),
                next -> announce(Change.RESTORED, next, now(), by));
    }

    /**
     * Applies a rejection note, once to each instance that it names, also to those that have not come yet; then hides the note
     * itself. A graver reason takes the place of another.
     */
    public void apply(RejectionNote note) {
        Rejection rejection = new Rejection(
                note.reason(), now(), note.sourceAet(), note.uids().sopInstanceUid());
        Map<SeriesKey, Set<InstanceUids>> named = new LinkedHashMap<>();
        note.rejected().forEach(uids -> named.computeIfAbsent(uids.series(), key -> new LinkedHashSet<>())
                .add(uids));
        named.forEach((series, instances) -> rejectNamed(series, instances, rejection));
        // last, for it says that the note is applied
        rejectNamed(note.uids().series(), Set.of(note.uids()), rejection);
    }

    /** Whether a note was applied to all that it names. */
    public boolean isApplied(InstanceUids note) {
        return store.standing(note)
                .filter(standing -> isFrom(standing, note.sopInstanceUid()))
                .isPresent();
    }

    private void rejectNamed(SeriesKey series, Set<InstanceUids> named, Rejection rejection) {
        changes.apply(
                () -> standings(series, named),
                standing -> isToBeRejected(standing, rejection)
                        ? Optional.of(standing.rejected(rejection))
                        : Optional.empty(),
                next -> announce(Change.REJECTED, next, rejection.at(), rejection.by()));
    }

    private List<InstanceStanding> standings(SeriesKey series, Set<InstanceUids> named) {
        Map<InstanceUids, InstanceStanding> known = new LinkedHashMap<>();
        store.standings(series).forEach(each -> known.put(each.uids(), each));
        return named.stream()
                .map(uids -> known.getOrDefault(uids, InstanceStanding.unknown(uids)))
                .toList();
    }

    private static boolean isToBeRejected(InstanceStanding standing, Rejection rejection) {
        if (isFrom(standing, rejection.note())) {
            return false; // and restored since, it may be
        }
        return switch (standing.state()) {
            case ACTIVE -> true;
            case REJECTED ->
                standing.rejection()
                        .filter(before -> !rejection.reason().isGraverThan(before.reason()))
                        .isEmpty();
            case DELETING -> false;
        };
    }

    private static boolean isFrom(InstanceStanding standing, String note) {
        return standing.rejection().filter(last -> last.note().equals(note)).isPresent();
    }

    private static boolean isHiddenNote(InstanceStanding standing) {
        return isFrom(standing, standing.uids().sopInstanceUid());
    }

    private int changeAll(
            InstanceScope scope,
            Function<InstanceStanding, Optional<InstanceStanding>> rule,
            Consumer<List<InstanceStanding>> announce) {
        List<String> series = scope.seriesInstanceUid()
                .map(List::of)
                .orElseGet(() -> metadata.seriesOfStudy(scope.studyInstanceUid()));
        int changed = 0;
        for (String each : series) {
            SeriesKey key = new SeriesKey(scope.studyInstanceUid(), each);
            changed += changes.apply(
                    () -> store.standings(key).stream()
                            .filter(standing -> scope.contains(standing.uids()))
                            .toList(),
                    rule,
                    announce);
        }
        return changed;
    }

    private void announce(Change change, List<InstanceStanding> next, Instant at, String by) {
        List<CompletableFuture<Void>> announced = new ArrayList<>();
        for (InstanceStanding each : next) {
            announced.add(events.instanceChanged(new InstanceChanged(
                            each.uids(),
                            change,
                            each.rejection()
                                    .map(last -> last.reason().codeValue())
                                    .orElse(""),
                            at,
                            by,
                            each.rejection().map(Rejection::note).orElse(""),
                            site))
                    .toCompletableFuture());
        }
        await(CompletableFuture.allOf(announced.toArray(CompletableFuture[]::new)));
    }

    static void await(CompletableFuture<Void> announced) {
        try {
            announced.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ArchiveException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
