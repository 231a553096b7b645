/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceLocation;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.InstanceVersion;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;

/**
 * Judges whether the archive answers for instances. It does when the row of the instance is read at LOCAL_QUORUM, is of the SOP class
 * that is asked for and not rejected, and when the object that the row points at is in the object store with the length that the row
 * says. What was acknowledged long ago is looked for now: nothing is taken from memory. Thread-safe.
 */
public final class CommitmentCheck {

    /** From so many instances of a series on it is read as one; before, one by one. */
    private static final int WHOLE_SERIES = 8;

    private final MetadataStore metadata;
    private final ObjectStore objects;
    private final InParallel parallel;

    /**
     * @param executor runs what blocks
     * @param width requests to the engines at the same time, for one judgement
     */
    public CommitmentCheck(MetadataStore metadata, ObjectStore objects, Executor executor, int width) {
        this.metadata = metadata;
        this.objects = objects;
        this.parallel = new InParallel(executor, width);
    }

    /**
     * Judges all of them; what is referred to twice is judged once.
     *
     * @return judgements in the order of the references
     * @throws ArchiveException STORAGE_UNAVAILABLE if an engine does not answer: then nothing is known
     */
    public List<Judgement> judge(Collection<InstanceReference> references) {
        Set<InstanceReference> distinct = new LinkedHashSet<>(references);
        Set<String> wanted = new LinkedHashSet<>();
        distinct.forEach(reference -> wanted.add(reference.sopInstanceUid()));
        Map<String, InstanceLocation> locations = locations(wanted);
        return parallel.ask(
                distinct,
                reference -> new Judgement(reference, failure(reference, locations.get(reference.sopInstanceUid()))));
    }

    private Optional<CommitmentFailure> failure(InstanceReference reference, InstanceLocation found) {
        if (found == null || found.state() != InstanceState.ACTIVE || isElsewhere(reference, found)) {
            return Optional.of(CommitmentFailure.NO_SUCH_OBJECT_INSTANCE);
        }
        if (!found.sopClassUid().equals(reference.sopClassUid())) {
            return Optional.of(CommitmentFailure.CLASS_INSTANCE_CONFLICT);
        }
        return isThere(found) ? Optional.empty() : Optional.of(CommitmentFailure.PROCESSING_FAILURE);
    }

    private static boolean isElsewhere(InstanceReference reference, InstanceLocation found) {
        return reference.series().isPresent()
                && !reference.series().get().equals(found.uids().series());
    }

    private boolean isThere(InstanceLocation found) {
        try {
            return objects.size(found.location())
                    .filter(size -> size == found.objectSize())
                    .isPresent();
        } catch (ArchiveException e) {
            if (e.code().retryable()) {
                throw e;
            }
            return false;
        }
    }

    /** By SOP Instance UID; those that are not kept are left out. */
    private Map<String, InstanceLocation> locations(Set<String> wanted) {
        Map<SeriesKey, Set<InstanceUids>> bySeries = new HashMap<>();
        parallel.ask(wanted, this::instances)
                .forEach(found ->
                        found.forEach(uids -> bySeries.computeIfAbsent(uids.series(), key -> new LinkedHashSet<>())
                                .add(uids)));
        Map<String, InstanceLocation> locations = new HashMap<>();
        parallel.ask(bySeries.values(), this::locationsOf)
                .forEach(found -> found.forEach(location ->
                        // of two instances under one UID the one that is shown answers
                        locations.merge(location.uids().sopInstanceUid(), location, CommitmentCheck::shown)));
        return locations;
    }

    private static InstanceLocation shown(InstanceLocation one, InstanceLocation other) {
        return one.state() == InstanceState.ACTIVE ? one : other;
    }

    private List<InstanceUids> instances(String sopInstanceUid) {
        try {
            return metadata.findVersions(sopInstanceUid).toCompletableFuture().join().stream()
                    .map(InstanceVersion::uids)
                    .distinct()
                    .toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private List<InstanceLocation> locationsOf(Set<InstanceUids> ofOneSeries) {
        if (ofOneSeries.size() >= WHOLE_SERIES) {
            SeriesKey series = ofOneSeries.iterator().next().series();
            return metadata.locationsOfSeries(series).stream()
                    .filter(location -> ofOneSeries.contains(location.uids()))
                    .toList();
        }
        List<InstanceLocation> locations = new ArrayList<>(ofOneSeries.size());
        for (InstanceUids uids : ofOneSeries) {
            metadata.instance(uids).map(CommitmentCheck::location).ifPresent(locations::add);
        }
        return locations;
    }

    private static InstanceLocation location(StoredInstance row) {
        return new InstanceLocation(
                row.uids(),
                row.sopClassUid(),
                row.transferSyntaxUid(),
                row.location(),
                row.digest(),
                row.datasetOffset(),
                row.objectSize(),
                row.state());
    }
}
