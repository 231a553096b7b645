/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.InstanceStored;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;

/**
 * The instances that arrived last, and their events. Repeating an announcement does no harm. Takes its time: those who store and
 * search now come first.
 */
final class LastArrivals {

    private static final Duration REMEMBERED = Duration.ofDays(2);
    private static final int UNDER_WAY = 100;

    /** It rests for so many times as long as it worked. */
    private static final int REST = 3;

    private record Arrival(InstanceUids uids, Instant at) {}

    private final MetadataStore metadata;
    private final EventBus events;

    LastArrivals(MetadataStore metadata, EventBus events) {
        this.metadata = metadata;
        this.events = events;
    }

    /**
     * Announces those again that were stored within a time before the last one, and tells how many. Throws
     * {@link org.isocenter.archive.error.ArchiveException} if an engine does not answer.
     */
    int announceAgain(Instant now, Duration within) {
        List<Arrival> arrivals = arrivals(now);
        Optional<Instant> last = arrivals.stream().map(Arrival::at).max(Instant::compareTo);
        if (last.isEmpty()) {
            return 0;
        }
        Instant from = last.get().minus(within);
        int announced = 0;
        long begun = System.nanoTime();
        List<CompletionStage<Void>> underWay = new ArrayList<>();
        for (Arrival each : arrivals) {
            Optional<StoredInstance> row = each.at().isBefore(from) ? Optional.empty() : metadata.instance(each.uids());
            if (row.isPresent()) {
                underWay.add(events.instanceStored(event(row.get())));
                announced++;
            }
            if (underWay.size() == UNDER_WAY) {
                await(underWay);
                rest(REST * (System.nanoTime() - begun));
                begun = System.nanoTime();
            }
        }
        await(underWay);
        return announced;
    }

    /** The instances of all series of the last period in which anything arrived, and of the one before. */
    private List<Arrival> arrivals(Instant now) {
        Duration period = MetadataStore.ARRIVAL_PERIOD;
        Set<SeriesKey> series = new LinkedHashSet<>();
        for (Instant at = now; at.isAfter(now.minus(REMEMBERED)) && series.isEmpty(); at = at.minus(period)) {
            series.addAll(metadata.seriesOfArrivals(at));
            if (!series.isEmpty()) {
                series.addAll(metadata.seriesOfArrivals(at.minus(period)));
            }
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (SeriesKey each : series) {
            for (InstanceFacts facts : metadata.instanceFactsOfSeries(each)) {
                arrivals.add(new Arrival(
                        new InstanceUids(each.studyInstanceUid(), each.seriesInstanceUid(), facts.sopInstanceUid()),
                        facts.storedAt()));
            }
        }
        return arrivals;
    }

    private static void rest(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InstanceStored event(StoredInstance row) {
        return new InstanceStored(
                row.uids(),
                row.sopClassUid(),
                row.transferSyntaxUid(),
                row.location(),
                row.digest(),
                row.objectSize(),
                row.storedAt(),
                row.sourceAet(),
                row.site());
    }

    private static void await(List<CompletionStage<Void>> underWay) {
        CompletableFuture.allOf(underWay.stream()
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture[]::new))
                .join();
        underWay.clear();
    }
}
