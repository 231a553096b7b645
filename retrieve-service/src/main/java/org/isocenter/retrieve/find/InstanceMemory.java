/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.find;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.StoredInstance;

/**
 * Rows that were read lately, as long as nothing can have changed them (docs/decisions/0007): an announcement of their study,
 * which comes before the change, or not hearing announcements any more, ends them at once; age ends them in any case. Bounded
 * by bytes. Thread-safe.
 */
final class InstanceMemory {

    /** How long a row is believed, whatever is heard. */
    static final Duration KEPT = Duration.ofSeconds(10);

    /** The longest time between an announcement and the row that it is about. */
    static final Duration SETTLING = Duration.ofSeconds(30);

    /** A silence that is longer than this means that announcements do not reach us. */
    static final Duration SILENCE = Duration.ofSeconds(2);

    static final long MAX_BYTES = 16L << 20;
    static final int MAX_ROW = 128 << 10;
    static final int MAX_STUDIES = 20_000;

    private static final int OVERHEAD = 1024;

    private record Entry(StoredInstance instance, long readAt) {}

    private final LongSupplier clock;
    private final Map<InstanceUids, Entry> entries = new LinkedHashMap<>(16, 0.75F, true);
    private final Map<String, Long> announced = new LinkedHashMap<>();
    private long bytes;
    private boolean hearing;
    private long heardAt;
    private long anyAnnouncedAt;

    /** The clock counts nanoseconds from anywhere. */
    InstanceMemory(LongSupplier clock) {
        this.clock = clock;
    }

    /** The time, to be taken before a row is read. */
    long now() {
        return clock.getAsLong();
    }

    /** The row as it was read, if it must still be the same. */
    synchronized Optional<StoredInstance> find(InstanceUids uids) {
        Entry entry = entries.get(uids);
        if (entry == null) {
            return Optional.empty();
        }
        long now = now();
        if (now - entry.readAt() > KEPT.toNanos()
                || now - heardAt > SILENCE.toNanos()
                || !isSettled(uids.studyInstanceUid(), entry.readAt())) {
            forget(uids);
            return Optional.empty();
        }
        return Optional.of(entry.instance());
    }

    /** Keeps a row, unless it may be about to change. */
    synchronized void keep(StoredInstance instance, long readAt) {
        int size = size(instance);
        if (size > MAX_ROW || !isSettled(instance.uids().studyInstanceUid(), readAt)) {
            return;
        }
        forget(instance.uids());
        entries.put(instance.uids(), new Entry(instance, readAt));
        bytes += size;
        Iterator<Entry> eldest = entries.values().iterator();
        while (bytes > MAX_BYTES) {
            bytes -= size(eldest.next().instance());
            eldest.remove();
        }
    }

    /** Whether what is read now would be kept. */
    synchronized boolean keeps(String studyInstanceUid) {
        long now = now();
        return now - heardAt <= SILENCE.toNanos() && isSettled(studyInstanceUid, now);
    }

    /** Ends a row that has turned out to be wrong. */
    synchronized void forget(InstanceUids uids) {
        Entry entry = entries.remove(uids);
        if (entry != null) {
            bytes -= size(entry.instance());
        }
    }

    /** Announcements were heard, or that there are none. */
    synchronized void heard(Set<String> studyInstanceUids) {
        long now = now();
        if (!hearing || now - heardAt > SILENCE.toNanos()) {
            anyAnnouncedAt = now; // what was announced meanwhile is not known yet
        }
        hearing = true;
        heardAt = now;
        for (String each : studyInstanceUids) {
            announced.remove(each);
            announced.put(each, now);
        }
        Iterator<Long> oldest = announced.values().iterator();
        while (oldest.hasNext() && now - oldest.next() > SETTLING.plus(KEPT).toNanos()) {
            oldest.remove();
        }
        if (announced.size() > MAX_STUDIES) {
            announced.clear();
            anyAnnouncedAt = now;
        }
    }

    /** Whether all that was announced of the study had come to pass at that time. */
    private boolean isSettled(String studyInstanceUid, long at) {
        long last = announced.getOrDefault(studyInstanceUid, anyAnnouncedAt);
        return hearing && at - last > SETTLING.toNanos() && at - anyAnnouncedAt > SETTLING.toNanos();
    }

    private static int size(StoredInstance instance) {
        return OVERHEAD + instance.attributes().length + instance.bulk().length + instance.frames().length;
    }
}
