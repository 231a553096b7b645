/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.QuarantinedInstance;
import org.isocenter.archive.model.InstanceAttributes;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceLocation;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.InstanceVersion;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.model.StudySummary;

/** What the store path writes and reads, in memory; what it does not use is not there. */
final class InMemoryMetadata implements MetadataStore {

    final Map<InstanceUids, StoredInstance> instances = new ConcurrentHashMap<>();
    final List<InstanceVersion> versions = new CopyOnWriteArrayList<>();
    final List<QuarantinedInstance> quarantined = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<List<InstanceVersion>> findVersions(String sopInstanceUid) {
        asked.add(sopInstanceUid);
        return CompletableFuture.completedFuture(versions.stream()
                .filter(each -> each.uids().sopInstanceUid().equals(sopInstanceUid))
                .toList());
    }

    @Override
    public CompletionStage<Void> touchSeries(SeriesKey series, Instant at) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Stream<InstanceAttributes> attributesOfSeries(SeriesKey series) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SeriesKey> seriesOfArrivals(Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Does not answer at once, as no engine does. */
    @Override
    public CompletionStage<Void> commitInstance(StoredInstance instance) {
        return CompletableFuture.runAsync(() -> {
            pause();
            versions.add(new InstanceVersion(
                    instance.uids(),
                    instance.digest(),
                    instance.location(),
                    instance.transferSyntaxUid(),
                    instance.storedAt()));
            instances.put(instance.uids(), instance);
        });
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public CompletionStage<Void> insertQuarantined(QuarantinedInstance instance) {
        quarantined.add(instance);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<StoredInstance> instance(InstanceUids uids) {
        return Optional.ofNullable(instances.get(uids));
    }

    @Override
    public Optional<StoredInstance> instanceBySop(String sopInstanceUid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Stream<StoredInstance> instancesOfSeries(SeriesKey series) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<InstanceFacts> instanceFactsOfSeries(SeriesKey series) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<InstanceLocation> locationsOfSeries(SeriesKey series) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> seriesOfStudy(String studyInstanceUid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Stream<QuarantinedInstance> quarantined(String studyInstanceUid) {
        return quarantined.stream();
    }

    @Override
    public Optional<StudySummary> study(String studyInstanceUid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SeriesSummary> seriesSummaries(String studyInstanceUid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> writeStudy(StudySummary study) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> forgetLookups(StudySummary before, StudySummary now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> removeSeriesSummary(SeriesKey series) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> removeStudy(StudySummary study) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> studiesByPatient(PatientKey patient) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> issuersOfPatient(String patientId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> studiesByAccession(String issuer, String accessionNumber) {
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
