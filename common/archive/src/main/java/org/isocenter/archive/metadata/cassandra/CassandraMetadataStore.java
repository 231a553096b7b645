/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.QuarantinedInstance;
import org.isocenter.archive.metadata.SummaryCodec;
import org.isocenter.archive.model.InstanceAttributes;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceLocation;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.InstanceVersion;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.model.StudySummary;

/** The metadata in Cassandra. Safe for use by many threads. */
public final class CassandraMetadataStore implements MetadataStore {

    private static final int REMEMBERED_SERIES = 4096;

    /**
     * Bytes. A message beyond half a segment of the commit log (8 MiB with our engines) is not answered: Cassandra closes the
     * connection, and what others wait for on it fails too.
     */
    private static final long LONGEST_ROW = 7L << 20;

    private record Touch(SeriesKey series, Instant tenMinutes) {}

    private final CassandraConnection connection;
    private final Set<Touch> touched = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Touch, Boolean> eldest) {
            return size() > REMEMBERED_SERIES;
        }
    }));

    public CassandraMetadataStore(CassandraConnection connection) {
        this.connection = connection;
    }

    @Override
    public CompletionStage<List<InstanceVersion>> findVersions(String sopInstanceUid) {
        return write(statements -> statements.selectVersions().execute(sopInstanceUid));
    }

    @Override
    public CompletionStage<Void> touchSeries(SeriesKey series, Instant at) {
        Touch touch = new Touch(series, tenMinutes(at));
        if (touched.contains(touch)) {
            return CompletableFuture.completedFuture(null);
        }
        return write(statements -> statements
                .insertSeriesKey()
                .execute(series, touch.tenMinutes())
                .thenAccept(done -> touched.add(touch)));
    }

    private static Instant tenMinutes(Instant at) {
        long seconds = ARRIVAL_PERIOD.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }

    @Override
    public List<SeriesKey> seriesOfArrivals(Instant at) {
        return read(() -> connection.statements().arrivals().select(tenMinutes(at)));
    }

    @Override
    public CompletionStage<Void> commitInstance(StoredInstance instance) {
        if ((long) instance.attributes().length + instance.bulk().length + instance.frames().length > LONGEST_ROW) {
            return CompletableFuture.failedFuture(
                    new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "the header is too long for its row"));
        }
        return write(statements -> statements.insertInstance().execute(instance));
    }

    @Override
    public CompletionStage<Void> insertQuarantined(QuarantinedInstance quarantined) {
        return write(statements -> statements.insertQuarantined().execute(quarantined));
    }

    @Override
    public Optional<StoredInstance> instance(InstanceUids uids) {
        return read(() -> connection.statements().selectInstance().execute(uids));
    }

    @Override
    public Optional<StoredInstance> instanceBySop(String sopInstanceUid) {
        List<InstanceVersion> versions =
                read(() -> findVersions(sopInstanceUid).toCompletableFuture().join());
        Optional<StoredInstance> hidden = Optional.empty();
        for (InstanceUids uids :
                versions.stream().map(InstanceVersion::uids).distinct().toList()) {
            Optional<StoredInstance> instance = instance(uids);
            if (instance.filter(each -> each.state() == InstanceState.ACTIVE).isPresent()) {
                return instance;
            }
            hidden = hidden.or(() -> instance);
        }
        return hidden;
    }

    @Override
    public Stream<StoredInstance> instancesOfSeries(SeriesKey series) {
        Stream<StoredInstance> rows =
                read(() -> connection.statements().selectInstancesOfSeries().execute(series));
        return guarded(rows);
    }

    @Override
    public Stream<InstanceAttributes> attributesOfSeries(SeriesKey series) {
        return guarded(
                read(() -> connection.statements().selectInstanceAttributes().execute(series)));
    }

    @Override
    public List<InstanceFacts> instanceFactsOfSeries(SeriesKey series) {
        return read(() -> connection.statements().selectInstanceFacts().execute(series));
    }

    @Override
    public List<InstanceLocation> locationsOfSeries(SeriesKey series) {
        return read(() -> connection.statements().selectInstanceLocations().execute(series));
    }

    @Override
    public List<String> seriesOfStudy(String studyInstanceUid) {
        return read(() -> connection.statements().selectSeriesOfStudy().keys(studyInstanceUid));
    }

    @Override
    public Stream<QuarantinedInstance> quarantined(String studyInstanceUid) {
        return guarded(read(() -> connection.statements().selectQuarantined().execute(studyInstanceUid)));
    }

    @Override
    public Optional<StudySummary> study(String studyInstanceUid) {
        return read(() -> connection
                .statements()
                .selectStudy()
                .execute(studyInstanceUid)
                .map(encoded -> SummaryCodec.decodeStudyLevel(encoded, seriesSummaries(studyInstanceUid))));
    }

    @Override
    public List<SeriesSummary> seriesSummaries(String studyInstanceUid) {
        return read(() -> {
            List<SeriesSummary> summaries = new ArrayList<>();
            connection
                    .statements()
                    .selectSeriesOfStudy()
                    .summaries(studyInstanceUid)
                    .values()
                    .forEach(encoded -> summaries.add(SummaryCodec.decodeSeries(encoded)));
            return summaries;
        });
    }

    @Override
    public CompletionStage<Void> writeStudy(StudySummary study) {
        return write(statements -> statements.insertStudy().execute(study));
    }

    @Override
    public CompletionStage<Void> forgetLookups(StudySummary before, StudySummary now) {
        return write(statements -> statements.lookups().forget(before, now));
    }

    @Override
    public CompletionStage<Void> removeSeriesSummary(SeriesKey series) {
        return write(statements -> statements.deleteStudy().seriesSummary(series));
    }

    @Override
    public CompletionStage<Void> removeStudy(StudySummary study) {
        return write(statements -> statements.deleteStudy().execute(study));
    }

    @Override
    public List<String> studiesByPatient(PatientKey patient) {
        return read(() -> connection.statements().lookups().byPatient(patient));
    }

    @Override
    public List<String> issuersOfPatient(String patientId) {
        return read(() -> connection.statements().lookups().issuers(patientId));
    }

    @Override
    public List<String> studiesByAccession(String issuer, String accessionNumber) {
        return read(() -> connection.statements().lookups().byAccession(issuer, accessionNumber));
    }

    @Override
    public void check() {
        read(() -> connection.statements().session().execute("SELECT key FROM system.local"));
    }

    private <T> CompletionStage<T> write(Function<Statements, CompletionStage<T>> statement) {
        CompletionStage<T> result;
        try {
            result = statement.apply(connection.statements());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(CassandraFailure.of(e));
        }
        return result.exceptionally(failure -> {
            throw new CompletionException(CassandraFailure.of(failure));
        });
    }

    private static <T> T read(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (RuntimeException e) {
            throw CassandraFailure.of(e);
        }
    }

    /** A stream of which also the later pages fail by the catalogue. */
    private static <T> Stream<T> guarded(Stream<T> rows) {
        Iterator<T> iterator = rows.iterator();
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new Iterator<T>() {
                            @Override
                            public boolean hasNext() {
                                return read(iterator::hasNext);
                            }

                            @Override
                            public T next() {
                                return read(iterator::next);
                            }
                        },
                        Spliterator.ORDERED),
                false);
    }

    @Override
    public void close() {
        connection.close();
    }
}
