/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

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

import static org.assertj.core.api.Assertions.assertThat;

/** An index of many segments that overlap, with studies that were changed, moved in time and taken out. */
class OrderedScanTest {

    private static final int STUDIES = 400;
    private static final List<Criterion> ALL = List.of();

    @TempDir
    Path directory;

    private final Random random = new Random(11);
    private final Map<String, StudySummary> expected = new HashMap<>();
    private StudyIndex index;

    @BeforeEach
    void fill() {
        index = StudyIndex.open(directory);
        for (int round = 0; round < 40; round++) {
            List<StudyEvents.Change> changes = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                StudySummary study = study("1.2.3." + random.nextInt(STUDIES));
                boolean gone = random.nextInt(8) == 0;
                changes.add(new StudyEvents.Change(study.studyInstanceUid(), gone ? null : study));
                if (gone) {
                    expected.remove(study.studyInstanceUid());
                } else {
                    expected.put(study.studyInstanceUid(), study);
                }
            }
            index.apply(changes, Map.of(0, (long) round));
            index.refresh();
        }
    }

    @AfterEach
    void close() {
        index.close();
    }

    private StudySummary study(String uid) {
        Attributes attributes = new Attributes();
        if (random.nextInt(10) > 0) {
            attributes.setString(Tag.StudyDate, "202001%02d".formatted(1 + random.nextInt(28)));
        }
        List<SeriesSummary> series = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Attributes own = new Attributes();
            own.setString(Tag.SeriesNumber, String.valueOf(random.nextInt(50)));
            series.add(new SeriesSummary(
                    new SeriesKey(uid, uid + "." + i),
                    own,
                    List.of(UID.CTImageStorage),
                    1,
                    1,
                    100,
                    Instant.EPOCH,
                    Instant.EPOCH));
        }
        return new StudySummary(uid, new PatientKey("", "P"), attributes, series, "test");
    }

    private static String date(Attributes attributes) {
        return attributes.getString(Tag.StudyDate, "");
    }

    private static String uid(Hit hit) {
        return hit.attributes().getString(Tag.StudyInstanceUID);
    }

    @Test
    void eachStudy_allOnce_theYoungestFirst() {
        List<Hit> hits = new ArrayList<>();
        index.eachStudy(ALL, ALL, hits::add);
        assertThat(hits).extracting(OrderedScanTest::uid).containsExactlyInAnyOrderElementsOf(expected.keySet());
        assertThat(hits)
                .extracting(hit -> date(hit.attributes()))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .containsAll(expected.values().stream()
                        .map(study -> date(study.attributes()))
                        .toList());
    }

    @Test
    void eachSeries_allOnce_byStudyDateAndNumber() {
        List<Hit> hits = new ArrayList<>();
        index.eachSeries(ALL, hits::add);
        assertThat(hits)
                .extracting(hit -> hit.attributes().getString(Tag.SeriesInstanceUID))
                .containsExactlyInAnyOrderElementsOf(expected.values().stream()
                        .flatMap(study -> study.series().stream())
                        .map(series -> series.key().seriesInstanceUid())
                        .toList());
        assertThat(hits)
                .extracting(Hit::attributes)
                .isSortedAccordingTo(
                        Comparator.<Attributes, String>comparing(OrderedScanTest::date, Comparator.reverseOrder())
                                .thenComparing(series -> series.getInt(Tag.SeriesNumber, 0)));
    }

    @Test
    void pages_oneBehindTheOther_areTheWhole() {
        List<String> whole = new ArrayList<>();
        index.eachStudy(ALL, ALL, hit -> whole.add(uid(hit)));
        List<String> paged = new ArrayList<>();
        Page page;
        do {
            page = index.studies(ALL, ALL, Paging.of(paged.size(), 37));
            page.hits().forEach(hit -> paged.add(uid(hit)));
        } while (page.more());
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void eachStudy_ofADate_onlyThose() {
        Attributes keys = new Attributes();
        keys.setString(Tag.StudyDate, "20200105-20200109");
        List<String> hits = new ArrayList<>();
        index.eachStudy(Criteria.of(keys, MatchOptions.BASELINE), ALL, hit -> hits.add(uid(hit)));
        assertThat(hits)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(expected.values().stream()
                        .filter(study -> date(study.attributes()).compareTo("20200105") >= 0)
                        .filter(study -> date(study.attributes()).compareTo("20200109") <= 0)
                        .map(StudySummary::studyInstanceUid)
                        .toList());
    }

    @Test
    void eachStudy_whoWantsNoMore_getsNoMore() {
        List<String> hits = new ArrayList<>();
        index.eachStudy(ALL, ALL, hit -> {
            hits.add(uid(hit));
            return hits.size() < 3;
        });
        assertThat(hits).hasSize(3);
    }
}
