/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.isocenter.archive.event.StudyEvents;
import org.isocenter.service.match.Criterion;
import org.isocenter.service.match.InvalidQueryException;
import org.jboss.logging.Logger;

/**
 * The Lucene index of one replica. One thread changes it, any number search it. A change is found by searches that begin
 * after {@link #refresh()}; it is on disk after {@link #commit()}, with the offsets that it came from.
 */
public final class StudyIndex implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StudyIndex.class);
    private static final double CACHED_SEGMENT_MIB = 8;
    private static final double CACHED_MIB = 48;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<Integer, Long> offsets;

    private StudyIndex(Directory directory, IndexWriter writer, Map<Integer, Long> offsets) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new UncachedSearchers());
        this.offsets = new HashMap<>(offsets);
    }

    /** Opens the index in a directory, an empty one if there is none that can be used. */
    public static StudyIndex open(Path path) {
        try {
            Map<Integer, Long> offsets = IndexDirectory.prepare(path);
            Directory directory = new NRTCachingDirectory(FSDirectory.open(path), CACHED_SEGMENT_MIB, CACHED_MIB);
            IndexWriterConfig config = new IndexWriterConfig(null)
                    .setCommitOnClose(false)
                    // only neighbours are merged, so that a segment holds studies of one time
                    .setMergePolicy(new LogByteSizeMergePolicy())
                    .setIndexSort(YoungestFirst.WITHIN_SEGMENTS);
            return new StudyIndex(directory, new IndexWriter(directory, config), offsets);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be opened", e);
        }
    }

    /** Where to go on reading the topic, by partition. */
    public synchronized Map<Integer, Long> offsets() {
        return Map.copyOf(offsets);
    }

    /** Takes in changes; of several changes of a study the last one counts. */
    public synchronized void apply(List<StudyEvents.Change> changes, Map<Integer, Long> nextOffsets) {
        Map<String, StudyEvents.Change> last = new HashMap<>();
        changes.forEach(change -> last.put(change.studyInstanceUid(), change));
        try {
            for (StudyEvents.Change change : last.values()) {
                apply(change);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be written", e);
        }
        offsets.putAll(nextOffsets);
    }

    /** A study that Lucene does not take is left out: it must not keep all others from being found. */
    private void apply(StudyEvents.Change change) throws IOException {
        Term study = new Term(IndexFields.STUDY, change.studyInstanceUid());
        if (change.summary() == null || change.summary().series().isEmpty()) {
            writer.deleteDocuments(study);
            return;
        }
        try {
            writer.updateDocuments(study, StudyDocuments.of(change.summary()));
        } catch (IllegalArgumentException e) {
            // the message may quote a patient's data
            LOG.errorf(
                    "Study %s cannot be indexed (%s); it is found by its UIDs only",
                    change.studyInstanceUid(), e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
        }
    }

    /** Shows what was applied to searches from now on. */
    public void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    /** Writes what was applied to disk. */
    public synchronized void commit() {
        try {
            writer.setLiveCommitData(CommitData.of(offsets).entrySet());
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be written", e);
        }
    }

    /** A page of the studies that are found, in any order. */
    public Page studies(List<Criterion> study, List<Criterion> series, Paging paging) {
        return search(searcher -> paging.isPlain()
                ? studies(searcher, study, series).page(paging.offset(), paging.limit(), paging.prepared())
                : new SortedSearch(searcher, studyQuery(searcher, study, series), paging.order())
                        .page(paging, IndexFields.KIND_STUDY));
    }

    /** A page of the series that are found, in any order. */
    public Page series(List<Criterion> criteria, Paging paging) {
        return search(searcher -> paging.isPlain()
                ? series(searcher, criteria).page(paging.offset(), paging.limit(), paging.prepared())
                : new SortedSearch(searcher, seriesQuery(criteria), paging.order())
                        .page(paging, IndexFields.KIND_SERIES));
    }

    /** How many studies {@link #studies} finds. */
    public long countStudies(List<Criterion> study, List<Criterion> series) {
        return search(searcher -> Totals.count(searcher, studyQuery(searcher, study, series)));
    }

    /** How many series {@link #series} finds. */
    public long countSeries(List<Criterion> criteria) {
        return search(searcher -> Totals.count(searcher, seriesQuery(criteria)));
    }

    /** How many instances the series have that {@link #series} finds. */
    public long countInstances(List<Criterion> criteria) {
        return search(searcher -> Totals.sum(searcher, seriesQuery(criteria), IndexFields.INSTANCE_COUNT));
    }

    /** Bytes of the objects of all studies that {@link #studies} finds. */
    public long sizeOfStudies(List<Criterion> study, List<Criterion> series) {
        return search(searcher -> Totals.sum(searcher, studyQuery(searcher, study, series), IndexFields.SIZE));
    }

    /** Gives all studies that {@link #studies} finds to a consumer, until it returns false. */
    public void eachStudy(List<Criterion> study, List<Criterion> series, HitConsumer consumer) {
        search(searcher -> studies(searcher, study, series).each(consumer));
    }

    /** Gives all series that {@link #series} finds to a consumer, until it returns false. */
    public void eachSeries(List<Criterion> criteria, HitConsumer consumer) {
        search(searcher -> series(searcher, criteria).each(consumer));
    }

    private static PagedSearch studies(IndexSearcher searcher, List<Criterion> study, List<Criterion> series)
            throws IOException {
        return PagedSearch.ofStudies(searcher, studyQuery(searcher, study, series));
    }

    private static IndexQuery studyQuery(IndexSearcher searcher, List<Criterion> study, List<Criterion> series)
            throws IOException {
        IndexQuery query = IndexQuery.of(IndexFields.KIND_STUDY, study);
        if (!series.isEmpty()) {
            Set<String> found = SeriesJoin.studies(searcher, IndexQuery.of(IndexFields.KIND_SERIES, series));
            query = new IndexQuery(
                    new BooleanQuery.Builder()
                            .add(query.query(), Occur.FILTER)
                            .add(SeriesJoin.restriction(found), Occur.FILTER)
                            .build(),
                    query.remaining());
        }
        return query;
    }

    private static PagedSearch series(IndexSearcher searcher, List<Criterion> criteria) throws IOException {
        return PagedSearch.ofSeries(searcher, seriesQuery(criteria));
    }

    private static IndexQuery seriesQuery(List<Criterion> criteria) {
        return IndexQuery.of(IndexFields.KIND_SERIES, criteria);
    }

    /** How many studies, series and instances the patient of a study has. */
    public PatientTotals totals(String studyInstanceUid) {
        return search(searcher -> PatientTotals.ofStudy(searcher, studyInstanceUid));
    }

    /** Number of studies. */
    public int size() {
        return search(searcher -> searcher.count(
                new org.apache.lucene.search.TermQuery(new Term(IndexFields.KIND, IndexFields.KIND_STUDY))));
    }

    private interface Search<T> {
        T run(IndexSearcher searcher) throws IOException;
    }

    private <T> T search(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.run(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IndexSearcher.TooManyClauses | TooComplexToDeterminizeException e) {
            throw new InvalidQueryException("There are too many values or wildcards to search for");
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    /** Commits and closes. */
    @Override
    public void close() {
        commit();
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be closed", e);
        }
    }
}
