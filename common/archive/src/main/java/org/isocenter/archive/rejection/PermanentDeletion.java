/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.InstanceChanged;
import org.isocenter.archive.event.InstanceChanged.Change;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.model.DueDeletion;
import org.isocenter.archive.model.InstanceStanding;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.InstanceVersion;
import org.isocenter.archive.model.KeptContent;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.Rejection;
import org.isocenter.archive.object.ObjectInfo;
import org.isocenter.archive.object.ObjectStore;

/**
 * Deletes the content of rejected instances for ever (docs/decisions/0013). It may end anywhere and be repeated, by several processes at
 * once: each step is harmless when it is done again, however late. A store of the same instance at the same time loses nothing, for it
 * finds the content marked and keeps its own under another key, and what is removed from the row is removed as of the time at which the
 * marked content was written. Thread-safe; its methods block.
 */
public final class PermanentDeletion {

    /** What became of a deletion that was due. */
    public enum Outcome {
        /** The content is gone. */
        DELETED,
        /** There was nothing to delete: the instance was restored, or is deleted already. */
        VOID,
        /** The delay is counted from a later moment. */
        LATER
    }

    private final MetadataStore metadata;
    private final RejectionStore store;
    private final ObjectStore objects;
    private final EventBus events;
    private final String derivedBucket;
    private final String site;

    /**
     * With the ports.
     *
     * @param derivedBucket where things lie that are made of instances, by the same keys
     * @param site of this process
     */
    public PermanentDeletion(
            MetadataStore metadata,
            RejectionStore store,
            ObjectStore objects,
            EventBus events,
            String derivedBucket,
            String site) {
        this.metadata = metadata;
        this.store = store;
        this.objects = objects;
        this.events = events;
        this.derivedBucket = derivedBucket;
        this.site = site;
    }

    /**
     * Carries out a deletion that was noted, if what it is about is still rejected and was so before a moment.
     *
     * @throws org.isocenter.archive.error.ArchiveException if an engine does not answer: to be repeated
     */
    public Outcome carryOut(DueDeletion due, Instant rejectedBefore) {
        InstanceStanding standing = marked(due, rejectedBefore);
        Outcome outcome;
        if (standing.state() == InstanceState.DELETING) {
            erase(standing);
            outcome = Outcome.DELETED;
        } else {
            Optional<DueDeletion> later = DeletionAgenda.due(standing);
            if (later.isPresent() && later.get().equals(due)) {
                return Outcome.LATER;
            }
            later.ifPresent(each -> store.addDue(List.of(each)));
            outcome = later.isPresent() ? Outcome.LATER : Outcome.VOID;
        }
        store.removeDue(due);
        return outcome;
    }

    /** The standing, DELETING if the content is to be deleted: from then on it cannot be restored. */
    private InstanceStanding marked(DueDeletion due, Instant rejectedBefore) {
        while (true) {
            InstanceStanding standing =
                    store.standing(due.uids()).orElseGet(() -> InstanceStanding.unknown(due.uids()));
            Optional<DueDeletion> now = DeletionAgenda.due(standing);
            if (now.isEmpty() || now.get().since().isAfter(rejectedBefore)) {
                return standing;
            }
            InstanceStanding next = standing.deleting();
            if (store.change(List.of(next))) {
                return next;
            }
        }
    }

    /** The objects first: as long as the row says what is to be deleted, a process that is killed can be followed by another. */
    private void erase(InstanceStanding standing) {
        KeptContent erased = standing.erased().orElseThrow();
        removeDerived(standing.uids());
        removeVersions(standing.uids(), erased);
        if (!isStoredSince(standing.uids(), erased)) {
            objects.delete(erased.location());
        }
        store.removeContent(standing.uids(), erased);
        announce(standing, Change.DELETED);
        InstanceStanding end = standing.deleted();
        if (end.state() == InstanceState.ACTIVE && hasContent(standing.uids())) {
            // stored while it was being deleted: shown from now on
            announce(standing, Change.RESTORED);
        }
        // not done if another process has done it
        store.change(List.of(end));
    }

    /** Thumbnails, whichever content they were made of: they can be made again. */
    private void removeDerived(InstanceUids uids) {
        String prefix = uids.studyInstanceUid() + "/" + uids.seriesInstanceUid() + "/" + uids.sopInstanceUid() + ".";
        try (Stream<ObjectInfo> derived = objects.list(derivedBucket, prefix)) {
            derived.map(ObjectInfo::location)
                    // of a UID that continues this one
                    .filter(each -> each.key().substring(prefix.length()).matches("[0-9a-f]{8}\\.f.*"))
                    .forEach(objects::delete);
        }
    }

    /** What a policy of replacing left under the same UIDs before. */
    private void removeVersions(InstanceUids uids, KeptContent erased) {
        for (InstanceVersion each : metadata.findVersions(uids.sopInstanceUid())
                .toCompletableFuture()
                .join()) {
            ObjectLocation location = each.location();
            if (each.uids().equals(uids)
                    && each.arrivedAt().isBefore(erased.storedAt())
                    && !location.equals(erased.location())) {
                objects.delete(location);
            }
        }
    }

    /** No store writes a key that was deleted; one that does is believed rather than the rule. */
    private boolean isStoredSince(InstanceUids uids, KeptContent erased) {
        return store.standing(uids)
                .flatMap(InstanceStanding::content)
                .filter(content ->
                        content.location().equals(erased.location()) && content.writtenAt() > erased.writtenAt())
                .isPresent();
    }

    private boolean hasContent(InstanceUids uids) {
        return store.standing(uids).flatMap(InstanceStanding::content).isPresent();
    }

    private void announce(InstanceStanding standing, Change change) {
        Optional<Rejection> rejection = standing.rejection();
        Rejections.await(events.instanceChanged(new InstanceChanged(
                        standing.uids(),
                        change,
                        rejection.map(each -> each.reason().codeValue()).orElse(""),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        "deletion",
                        rejection.map(Rejection::note).orElse(""),
                        site))
                .toCompletableFuture());
    }
}
