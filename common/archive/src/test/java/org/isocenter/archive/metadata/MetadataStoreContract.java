/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceAttributes;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.InstanceVersion;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every metadata store does. */
public abstract class MetadataStoreContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.456Z");
    private static int next;

    private final String study = "1.2.3." + System.nanoTime() + "." + next++;

    protected abstract MetadataStore store();

    @Test
    void missing_isEmptyEverywhere() {
        InstanceUids uids = new InstanceUids(study, study + ".1", study + ".1.1");
        assertThat(done(store().findVersions(uids.sopInstanceUid()))).isEmpty();
        assertThat(store().instance(uids)).isEmpty();
        assertThat(store().instanceBySop(uids.sopInstanceUid())).isEmpty();
        assertThat(store().seriesOfStudy(study)).isEmpty();
        assertThat(store().instanceFactsOfSeries(new SeriesKey(study, study + ".1")))
                .isEmpty();
        assertThat(store().study(study)).isEmpty();
        assertThat(store().seriesSummaries(study)).isEmpty();
        assertThat(store().studiesByPatient(new PatientKey("main", study))).isEmpty();
        assertThat(store().studiesByAccession("main", study)).isEmpty();
        try (Stream<StoredInstance> instances = store().instancesOfSeries(new SeriesKey(study, study + ".1"));
                Stream<QuarantinedInstance> quarantined = store().quarantined(study)) {
            assertThat(instances).isEmpty();
            assertThat(quarantined).isEmpty();
        }
    }

    @Test
    void check_whenItServes_passes() {
        store().check();
    }

    @Test
    void instance_isReadAsItWasWritten_andReplacedByTheSameUids() {
        StoredInstance written = instance(1, 'a');
        done(store().commitInstance(written));
        assertThat(store().instance(written.uids()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(written);
        StoredInstance newer = instance(1, 'b');
        done(store().commitInstance(newer));
        assertThat(store().instance(written.uids()).orElseThrow().digest()).isEqualTo(newer.digest());
        try (Stream<StoredInstance> all = store().instancesOfSeries(series())) {
            assertThat(all).hasSize(1);
        }
        try (Stream<InstanceAttributes> all = store().attributesOfSeries(series())) {
            assertThat(all)
                    .singleElement()
                    .usingRecursiveComparison()
                    .isEqualTo(new InstanceAttributes(
                            written.uids(), written.state(), written.attributes(), written.bulk()));
        }
    }

    @Test
    void series_ofMoreThanOnePage_isWholeAndByUid() {
        int count = 1201;
        List<CompletableFuture<Void>> writing = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            writing.add(store().commitInstance(instance(i, 'a')).toCompletableFuture());
            if (i % 100 == 0) {
                writing.forEach(CompletableFuture::join);
            }
        }
        writing.forEach(CompletableFuture::join);
        List<String> uids;
        try (Stream<StoredInstance> all = store().instancesOfSeries(series())) {
            uids = all.map(each -> each.uids().sopInstanceUid()).toList();
        }
        assertThat(uids).hasSize(count).doesNotHaveDuplicates().isSorted();
        try (Stream<InstanceAttributes> all = store().attributesOfSeries(series())) {
            assertThat(all.map(each -> each.uids().sopInstanceUid())).isEqualTo(uids);
        }
        List<InstanceFacts> facts = store().instanceFactsOfSeries(series());
        assertThat(facts).extracting(InstanceFacts::sopInstanceUid).isEqualTo(uids);
        StoredInstance one = instance(1, 'a');
        assertThat(facts.get(0))
                .isEqualTo(new InstanceFacts(
                        one.uids().sopInstanceUid(),
                        one.sopClassUid(),
                        one.digest(),
                        one.objectSize(),
                        one.numberOfFrames(),
                        one.storedAt(),
                        one.state()));
    }

    @Test
    void versions_areOldestFirst_andFindTheInstance() {
        StoredInstance earlier = instance(1, 'b');
        StoredInstance later = instance(1, 'a', earlier.storedAt().plusSeconds(5));
        String sopInstanceUid = earlier.uids().sopInstanceUid();
        assertThat(done(store().findVersions(sopInstanceUid))).isEmpty();
        assertThat(store().instanceBySop(sopInstanceUid)).as("no row yet").isEmpty();
        done(store().commitInstance(later));
        done(store().commitInstance(earlier));
        done(store().commitInstance(earlier));
        assertThat(done(store().findVersions(sopInstanceUid))).containsExactly(version(earlier), version(later));
        assertThat(store().instanceBySop(sopInstanceUid).orElseThrow().digest()).isEqualTo(earlier.digest());
    }

    @Test
    void instance_ofALongHeader_isCommittedWithItsVersion() {
        StoredInstance small = instance(1, 'a');
        StoredInstance large = new StoredInstance(
                small.uids(),
                small.sopClassUid(),
                small.transferSyntaxUid(),
                small.location(),
                small.digest(),
                small.datasetOffset(),
                small.objectSize(),
                small.numberOfFrames(),
                small.storedAt(),
                small.sourceAet(),
                small.site(),
                small.state(),
                new byte[2 << 20],
                small.bulk(),
                small.frames());
        done(store().commitInstance(large));
        assertThat(store().instanceBySop(large.uids().sopInstanceUid())
                        .orElseThrow()
                        .attributes())
                .hasSize(2 << 20);
    }

    @Test
    void touchSeries_makesItKnownOnceAndWithoutSummary() {
        done(store().touchSeries(series(), NOW));
        done(store().touchSeries(series(), NOW));
        assertThat(store().seriesOfStudy(study)).containsExactly(series().seriesInstanceUid());
        assertThat(store().seriesSummaries(study)).isEmpty();
    }

    @Test
    void arrivals_areKnownByTheirTenMinutes() {
        Instant start = Instant.parse("2031-02-03T04:50:00Z").plusSeconds(600L * (System.nanoTime() % 100_000));
        done(store().touchSeries(series(), start.plusSeconds(1)));
        done(store().touchSeries(series(), start.plusSeconds(599)));
        done(store().touchSeries(series(), start.plusSeconds(600)));
        assertThat(store().seriesOfArrivals(start)).containsExactly(series());
        assertThat(store().seriesOfArrivals(start.plusSeconds(1199))).containsExactly(series());
        assertThat(store().seriesOfArrivals(start.minusSeconds(1))).isEmpty();
    }

    @Test
    void quarantined_isListedByStudy() {
        QuarantinedInstance quarantined = new QuarantinedInstance(
                instance(1, 'a').uids(), digest('c'), new ObjectLocation("q", "k"), "other content", "SENDER", NOW);
        done(store().insertQuarantined(quarantined));
        try (Stream<QuarantinedInstance> found = store().quarantined(study)) {
            assertThat(found).containsExactly(quarantined);
        }
    }

    @Test
    void summary_comesBackAndIsFoundByPatientAndAccessionNumber() {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.SpecificCharacterSet, "ISO_IR 192");
        attributes.setString(Tag.PatientName, "Lind^Åsa");
        attributes.setString(Tag.AccessionNumber, "A" + study);
        Attributes seriesAttributes = new Attributes();
        seriesAttributes.setString(Tag.Modality, "CT");
        SeriesSummary series =
                new SeriesSummary(series(), seriesAttributes, List.of(UID.CTImageStorage), 3, 5, 77, NOW, NOW);
        PatientKey patient = new PatientKey("main", "P" + study);
        StudySummary summary = new StudySummary(study, patient, attributes, List.of(series), "main");
        done(store().writeStudy(summary));
        StudySummary found = store().study(study).orElseThrow();
        assertThat(found.patient()).isEqualTo(patient);
        assertThat(found.site()).isEqualTo("main");
        assertThat(found.attributes().getString(Tag.PatientName)).isEqualTo("Lind^Åsa");
        assertThat(found.series()).containsExactly(series);
        assertThat(store().seriesSummaries(study)).containsExactly(series);
        assertThat(store().studiesByPatient(patient)).containsExactly(study);
        assertThat(store().studiesByAccession("main", "A" + study)).containsExactly(study);
        assertThat(store().studiesByAccession("other", "A" + study)).isEmpty();
    }

    private SeriesKey series() {
        return new SeriesKey(study, study + ".1");
    }

    private static InstanceVersion version(StoredInstance instance) {
        return new InstanceVersion(
                instance.uids(),
                instance.digest(),
                instance.location(),
                instance.transferSyntaxUid(),
                instance.storedAt());
    }

    private StoredInstance instance(int number, char digit) {
        return instance(number, digit, NOW);
    }

    private StoredInstance instance(int number, char digit, Instant storedAt) {
        return new StoredInstance(
                new InstanceUids(study, study + ".1", study + ".1." + (1_000_000 + number)),
                UID.CTImageStorage,
                UID.ExplicitVRLittleEndian,
                new ObjectLocation("bucket", "key" + number),
                digest(digit),
                330,
                5000,
                2,
                storedAt,
                "SENDER",
                "main",
                InstanceState.ACTIVE,
                new byte[] {1, 2},
                new byte[] {3},
                new byte[] {4, 5, 6});
    }

    private static Digest digest(char digit) {
        return new Digest(String.valueOf(digit).repeat(64));
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
