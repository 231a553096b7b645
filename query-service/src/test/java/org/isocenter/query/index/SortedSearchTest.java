/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.event.StudyEvents;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.service.match.Criteria;
import org.isocenter.service.match.Criterion;
import org.isocenter.service.match.MatchOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Orders, pages and numbers of an index of many segments, with studies that were changed and taken out. */
class SortedSearchTest {

    private static final List<Criterion> ALL = List.of();
    private static final String[] NAMES = {"Zöe^Ann", "abel^Bo", "Zoe^Ann", "Ångström^C", "Moss^D", "moss^E", null};

    @TempDir
    Path directory;

    private final Random random = new Random(5);
    private final Map<String, StudySummary> expected = new HashMap<>();
    private StudyIndex index;
    private int number;

    @BeforeEach
    void fill() {
        index = StudyIndex.open(directory);
        for (int round = 0; round < 10; round++) {
            List<StudySummary> studies = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                studies.add(study("1.2.3." + random.nextInt(150)));
            }
            put(studies);
            remove("1.2.3." + random.nextInt(150));
        }
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void put(Collection<StudySummary> studies) {
        studies.forEach(each -> expected.put(each.studyInstanceUid(), each));
        index.apply(
                studies.stream()
                        .map(each -> new StudyEvents.Change(each.studyInstanceUid(), each))
                        .toList(),
                Map.of(0, (long) number++));
        index.refresh();
    }

    private void remove(String uid) {
        expected.remove(uid);
        index.apply(List.of(new StudyEvents.Change(uid, null)), Map.of(0, (long) number++));
        index.refresh();
    }

    private StudySummary study(String uid) {
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("ISO_IR 192");
        String name = NAMES[random.nextInt(NAMES.length)];
        if (name != null) {
            attributes.setString(Tag.PatientName, name);
        }
        if (random.nextInt(10) > 0) {
            attributes.setString(Tag.StudyDate, "202001%02d".formatted(1 + random.nextInt(28)));
            attributes.setString(Tag.StudyTime, "%02d0000".formatted(random.nextInt(24)));
        }
        attributes.setString(Tag.PatientID, "P" + random.nextInt(40));
        attributes.setString(Tag.AccessionNumber, random.nextInt(5) == 0 ? "" : "A" + random.nextInt(1000));
        attributes.setString(Tag.StudyDescription, "Long ".repeat(random.nextInt(30)) + random.nextInt(9));
        List<SeriesSummary> series = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Attributes own = new Attributes();
            own.setString(Tag.Modality, random.nextBoolean() ? "CT" : "MR");
            if (random.nextInt(6) > 0) {
                own.setString(Tag.SeriesNumber, String.valueOf(random.nextInt(50)));
                own.setString(Tag.SeriesDate, "202001%02d".formatted(1 + random.nextInt(28)));
            }
            series.add(new SeriesSummary(
                    new SeriesKey(uid, uid + "." + i),
                    own,
                    List.of(UID.CTImageStorage),
                    1 + i,
                    1,
                    1000 + i,
                    Instant.EPOCH,
                    Instant.EPOCH));
        }
        return new StudySummary(uid, new PatientKey("", "P"), attributes, series, "test");
    }

    private static Order by(SortKey key, boolean descending) {
        return new Order(List.of(new Order.Term(key, descending)));
    }

    private static Place placeOf(Hit hit, Order order, int uidTag) {
        return order.place(hit.attributes(), hit.attributes().getString(uidTag));
    }

    private List<Hit> pages(Order order, int size, boolean series) {
        int uidTag = series ? Tag.SeriesInstanceUID : Tag.StudyInstanceUID;
        List<Hit> hits = new ArrayList<>();
        Place after = null;
        Page page;
        do {
            Paging paging = new Paging(order, after, 0, size);
            page = series ? index.series(ALL, paging) : index.studies(ALL, ALL, paging);
            hits.addAll(page.hits());
            after = hits.isEmpty() ? null : placeOf(hits.get(hits.size() - 1), order, uidTag);
        } while (page.more());
        return hits;
    }

    private static List<String> uids(List<Hit> hits, int tag) {
        return hits.stream().map(hit -> hit.attributes().getString(tag)).toList();
    }

    private Comparator<Hit> comparator(Order order, int uidTag) {
        return (left, right) -> order.compare(placeOf(left, order, uidTag), placeOf(right, order, uidTag));
    }

    @ParameterizedTest
    @EnumSource(value = SortKey.class, names = "STUDY_MOMENT", mode = Mode.EXCLUDE)
    void studies_pagesInAnyOrder_areTheWholeInThatOrder(SortKey key) {
        for (boolean descending : new boolean[] {false, true}) {
            Order order = by(key, descending);
            List<Hit> hits = pages(order, 17, false);
            assertThat(uids(hits, Tag.StudyInstanceUID)).containsExactlyInAnyOrderElementsOf(expected.keySet());
            assertThat(hits).isSortedAccordingTo(comparator(order, Tag.StudyInstanceUID));
        }
    }

    @ParameterizedTest
    @EnumSource(value = SortKey.class, names = "STUDY_MOMENT", mode = Mode.EXCLUDE)
    void series_pagesInAnyOrder_areTheWholeInThatOrder(SortKey key) {
        for (boolean descending : new boolean[] {false, true}) {
            Order order = by(key, descending);
            List<Hit> hits = pages(order, 41, true);
            assertThat(uids(hits, Tag.SeriesInstanceUID))
                    .containsExactlyInAnyOrderElementsOf(expected.values().stream()
                            .flatMap(study -> study.series().stream())
                            .map(series -> series.key().seriesInstanceUid())
                            .toList());
            assertThat(hits).isSortedAccordingTo(comparator(order, Tag.SeriesInstanceUID));
        }
    }

    @Test
    void studies_byName_withoutCaseAndAccents_namelessLast() {
        for (boolean descending : new boolean[] {false, true}) {
            List<Hit> hits = pages(by(SortKey.PATIENT_NAME, descending), 50, false);
            List<String> names = new ArrayList<>();
            hits.forEach(hit -> names.add(
                    org.isocenter.service.match.Folding.fold(hit.attributes().getString(Tag.PatientName, ""))));
            long nameless = names.stream().filter(String::isEmpty).count();
            assertThat(nameless).isPositive();
            assertThat(names.subList(names.size() - (int) nameless, names.size()))
                    .containsOnly("");
            assertThat(names.subList(0, names.size() - (int) nameless))
                    .isSortedAccordingTo(descending ? Comparator.reverseOrder() : Comparator.naturalOrder());
        }
    }

    @Test
    void studies_afterAPlace_isTheSameOrderAsTheScan() {
        List<String> scanned = new ArrayList<>();
        index.eachStudy(ALL, ALL, hit -> scanned.add(hit.attributes().getString(Tag.StudyInstanceUID)));
        assertThat(uids(pages(Order.YOUNGEST_FIRST, 13, false), Tag.StudyInstanceUID))
                .isEqualTo(scanned);
    }

    @Test
    void series_afterAPlace_isTheSameOrderAsTheScan() {
        List<String> scanned = new ArrayList<>();
        index.eachSeries(ALL, hit -> scanned.add(hit.attributes().getString(Tag.SeriesInstanceUID)));
        assertThat(uids(pages(Order.YOUNGEST_FIRST, 13, true), Tag.SeriesInstanceUID))
                .isEqualTo(scanned);
    }

    @Test
    void studies_whileOthersComeAndGo_noneIsSkippedOrRepeated() {
        for (Order order :
                List.of(Order.YOUNGEST_FIRST, by(SortKey.PATIENT_NAME, true), by(SortKey.PATIENT_ID, false))) {
            Set<String> before = new HashSet<>(expected.keySet());
            List<String> seen = new ArrayList<>();
            Place after = null;
            Page page;
            do {
                page = index.studies(ALL, ALL, new Paging(order, after, 0, 20));
                seen.addAll(uids(page.hits(), Tag.StudyInstanceUID));
                Hit last = page.hits().get(page.hits().size() - 1);
                after = placeOf(last, order, Tag.StudyInstanceUID);
                put(List.of(study("1.2.4." + number), study("1.2.5." + number)));
                // also the one that the next page begins after
                String gone = last.attributes().getString(Tag.StudyInstanceUID);
                remove(gone);
            } while (page.more());
            assertThat(seen).doesNotHaveDuplicates().containsAll(before);
        }
    }

    @Test
    void studies_offset_isSkipped() {
        Order order = by(SortKey.PATIENT_NAME, false);
        List<String> all = uids(pages(order, 1000, false), Tag.StudyInstanceUID);
        Page page = index.studies(ALL, ALL, new Paging(order, null, 7, 9));
        assertThat(uids(page.hits(), Tag.StudyInstanceUID)).isEqualTo(all.subList(7, 16));
        assertThat(page.more()).isTrue();
        assertThat(index.studies(ALL, ALL, new Paging(order, null, all.size(), 9))
                        .hits())
                .isEmpty();
        assertThat(index.studies(ALL, ALL, new Paging(order, null, Integer.MAX_VALUE, Integer.MAX_VALUE))
                        .hits())
                .isEmpty();
    }

    @Test
    void count_andSums_areThoseOfTheSummaries() {
        assertThat(index.countStudies(ALL, ALL)).isEqualTo(expected.size());
        assertThat(index.countSeries(ALL))
                .isEqualTo(expected.values().stream()
                        .mapToLong(each -> each.series().size())
                        .sum());
        assertThat(index.countInstances(ALL))
                .isEqualTo(expected.values().stream()
                        .mapToLong(StudySummary::numberOfInstances)
                        .sum());
        assertThat(index.sizeOfStudies(ALL, ALL))
                .isEqualTo(
                        expected.values().stream().mapToLong(StudySummary::size).sum());
    }

    private static List<Criterion> keys(int tag, String value, boolean fuzzy) {
        Attributes keys = new Attributes();
        keys.setSpecificCharacterSet("ISO_IR 192");
        keys.setString(tag, value);
        return Criteria.of(keys, new MatchOptions(fuzzy, true, true, false));
    }

    @Test
    void count_whereTheIndexDoesNotDecide_looksAtEach() {
        for (List<Criterion> study : List.of(
                keys(Tag.PatientName, "moos", true),
                keys(Tag.PatientName, "*o*s*", false),
                keys(Tag.AccessionNumber, "\"\"", false),
                keys(Tag.PatientID, "P1*", false))) {
            List<Hit> hits = new ArrayList<>();
            index.eachStudy(study, ALL, hits::add);
            assertThat(hits).isNotEmpty();
            assertThat(index.countStudies(study, ALL)).isEqualTo(hits.size());
            List<Hit> sorted = index.studies(study, ALL, new Paging(by(SortKey.PATIENT_ID, true), null, 0, 1000))
                    .hits();
            assertThat(uids(sorted, Tag.StudyInstanceUID))
                    .containsExactlyInAnyOrderElementsOf(uids(hits, Tag.StudyInstanceUID));
        }
    }

    @Test
    void count_byKeysOfSeries_countsStudiesOnce() {
        List<Criterion> series = keys(Tag.Modality, "CT", false);
        long studies = expected.values().stream()
                .filter(each -> each.modalitiesInStudy().contains("CT"))
                .count();
        assertThat(index.countStudies(ALL, series)).isEqualTo(studies);
    }

    @Test
    void count_ofTooManyToLookAt_isRefused() {
        IndexQuery query = new IndexQuery(
                new org.apache.lucene.search.MatchAllDocsQuery(), keys(Tag.AccessionNumber, "\"\"", false));
        assertThat(RemainingKeys.with(query)).isNotEqualTo(query.query());
        RemainingKeys.Budget budget = new RemainingKeys.Budget();
        for (int i = 0; i < RemainingKeys.MAX_LOOKED_AT; i++) {
            budget.spend();
        }
        assertThatThrownBy(budget::spend).isInstanceOf(ArchiveException.class);
    }
}
