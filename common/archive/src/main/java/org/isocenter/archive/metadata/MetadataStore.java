/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

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

/**
 * The port to the metadata. Writes of the store path do not block: their stages fail with
 * {@link org.isocenter.archive.error.ArchiveException} STORAGE_UNAVAILABLE within four seconds. Reads block and throw the same.
 * All reads and writes are at LOCAL_QUORUM. Safe for use by many threads.
 */
public interface MetadataStore extends AutoCloseable {

    /** What arrived is remembered by periods of this length, which begin at multiples of it. */
    Duration ARRIVAL_PERIOD = Duration.ofMinutes(10);

    // the store path

    /** All content that ever arrived under a SOP Instance UID, oldest first. */
    CompletionStage<List<InstanceVersion>> findVersions(String sopInstanceUid);

    /**
     * Makes the series known to its study, and to {@link #seriesOfArrivals}. Repeated for the same series within
     * {@link #ARRIVAL_PERIOD} it may be left out by this process.
     */
    CompletionStage<Void> touchSeries(SeriesKey series, Instant at);

    /**
     * The commit point of a store: after it the instance is seen, and its content is among the versions of its UID. Replaces the content of
     * a row of the same instance; whether the instance is shown, which {@link RejectionStore} says, it leaves as it is.
     */
    CompletionStage<Void> commitInstance(StoredInstance instance);

    CompletionStage<Void> insertQuarantined(QuarantinedInstance quarantined);

    // instances

    Optional<StoredInstance> instance(InstanceUids uids);

    /** The instance under a SOP Instance UID, whatever its study; one that is shown, if one is. */
    Optional<StoredInstance> instanceBySop(String sopInstanceUid);

    /** The instances of a series by SOP Instance UID, read page by page while the stream is consumed. */
    Stream<StoredInstance> instancesOfSeries(SeriesKey series);

    /** The data sets of a series by SOP Instance UID, read page by page while the stream is consumed. */
    Stream<InstanceAttributes> attributesOfSeries(SeriesKey series);

    /** What a summary counts of the instances of a series, read without blobs. */
    List<InstanceFacts> instanceFactsOfSeries(SeriesKey series);

    /** Where the objects of a series lie, by SOP Instance UID, read without blobs. */
    List<InstanceLocation> locationsOfSeries(SeriesKey series);

    /** The UIDs of the series of a study, those of which no instance was committed yet among them. */
    List<String> seriesOfStudy(String studyInstanceUid);

    /** The series in which something arrived, or was about to, in the {@link #ARRIVAL_PERIOD} of an instant; kept for two days. */
    List<SeriesKey> seriesOfArrivals(Instant at);

    Stream<QuarantinedInstance> quarantined(String studyInstanceUid);

    // summaries

    Optional<StudySummary> study(String studyInstanceUid);

    /** The summaries of the series of a study as last projected. */
    List<SeriesSummary> seriesSummaries(String studyInstanceUid);

    /** Writes the summaries of the study and its series, and the rows that find it by patient and by accession number. */
    CompletionStage<Void> writeStudy(StudySummary study);

    /**
     * Removes the rows that find a study by the patient and the accession number that it had, where it has others now. To be called before
     * {@link #writeStudy}.
     */
    CompletionStage<Void> forgetLookups(StudySummary before, StudySummary now);

    /** Removes the summary of a series of which nothing is shown any more. */
    CompletionStage<Void> removeSeriesSummary(SeriesKey series);

    /**
     * Removes the summaries of a study of which nothing is shown any more, and the rows that find it. The keys of its series stay: a store
     * that is under way relies on them.
     *
     * @param study as it was last written
     */
    CompletionStage<Void> removeStudy(StudySummary study);

    List<String> studiesByPatient(PatientKey patient);

    /** The issuers, or sites in their place, of which patients have a Patient ID. */
    List<String> issuersOfPatient(String patientId);

    List<String> studiesByAccession(String issuer, String accessionNumber);

    /** Throws if the metadata could not be read now. */
    void check();

    @Override
    void close();
}
