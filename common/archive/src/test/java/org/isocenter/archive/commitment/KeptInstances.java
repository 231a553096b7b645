/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceLocation;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.InstanceVersion;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;

/** Rows and objects in memory, as far as a commitment asks for them. */
final class KeptInstances {

    static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final Digest DIGEST = new Digest("0".repeat(64));
    private static final byte[] NONE = {};

    final Map<ObjectLocation, Long> sizes = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final AtomicInteger concurrent = new AtomicInteger();
    final AtomicInteger mostConcurrent = new AtomicInteger();
    private final Map<InstanceUids, StoredInstance> rows = new ConcurrentHashMap<>();
    private volatile ErrorCode failure;

    /** Keeps an instance of a series with its object. */
    InstanceReference keep(String series, String sopInstanceUid) {
        return keep(series, sopInstanceUid, InstanceState.ACTIVE);
    }

    InstanceReference keep(String series, String sopInstanceUid, InstanceState state) {
        InstanceUids uids = new InstanceUids("1", series, sopInstanceUid);
        ObjectLocation location = new ObjectLocation("hot", series + "/" + sopInstanceUid);
        rows.put(
                uids,
                new StoredInstance(
                        uids,
                        CT,
                        "1.2.840.10008.1.2.1",
                        location,
                        DIGEST,
                        10,
                        100,
                        1,
                        Instant.EPOCH,
                        "",
                        "",
                        state,
                        NONE,
                        NONE,
                        NONE));
        sizes.put(location, 100L);
        return new InstanceReference(CT, sopInstanceUid);
    }

    ObjectLocation location(InstanceReference reference) {
        return rows.values().stream()
                .filter(row -> row.uids().sopInstanceUid().equals(reference.sopInstanceUid()))
                .findFirst()
                .orElseThrow()
                .location();
    }

    /** Lets the object store fail from now on; null lets it work. */
    void failWith(ErrorCode code) {
        failure = code;
    }

    MetadataStore metadata() {
        return port(MetadataStore.class, (method, argument) -> switch (method) {
            case "findVersions" ->
                CompletableFuture.completedFuture(rows.values().stream()
                        .filter(row -> row.uids().sopInstanceUid().equals(argument))
                        .map(row -> new InstanceVersion(
                                row.uids(), DIGEST, row.location(), row.transferSyntaxUid(), row.storedAt()))
                        .toList());
            case "instance" -> Optional.ofNullable(rows.get((InstanceUids) argument));
            case "locationsOfSeries" -> ofSeries((SeriesKey) argument);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private List<InstanceLocation> ofSeries(SeriesKey series) {
        List<InstanceLocation> found = new ArrayList<>();
        for (StoredInstance row : rows.values()) {
            if (row.uids().series().equals(series)) {
                found.add(new InstanceLocation(
                        row.uids(), CT, row.transferSyntaxUid(), row.location(), DIGEST, 10, 100, row.state()));
            }
        }
        return found;
    }

    ObjectStore objects() {
        return port(ObjectStore.class, (method, argument) -> {
            if (!method.equals("size")) {
                throw new UnsupportedOperationException(method);
            }
            mostConcurrent.accumulateAndGet(concurrent.incrementAndGet(), Math::max);
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                concurrent.decrementAndGet();
            }
            if (failure != null) {
                throw new ArchiveException(failure, "as the test wants");
            }
            return Optional.ofNullable(sizes.get((ObjectLocation) argument));
        });
    }

    private interface Call {
        Object answer(String method, Object argument);
    }

    private <T> T port(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return call.answer(method.getName(), arguments[0]);
                }));
    }
}
