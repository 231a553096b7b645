/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.replica;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplicasTest {

    private final Replica first = replica("ingest-1", Service.INGEST);
    private final Replica second = replica("ingest-2", Service.INGEST);
    private final Replica query = replica("query-1", Service.QUERY);
    private final Replicas replicas = new Replicas(List.of(first, second, query));

    @BeforeEach
    void allUp() {
        replicas.all().forEach(each -> found(each, Health.UP));
    }

    @Test
    void equallyBusyReplicas_takeTurns() {
        Map<Replica, Integer> chosen = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            chosen.merge(next(), 1, Integer::sum);
        }
        assertThat(chosen).containsOnly(Map.entry(first, 5), Map.entry(second, 5));
    }

    @Test
    void lessBusyReplica_comesFirst() {
        first.begin(Protocol.DICOM);
        assertThat(next()).isSameAs(second);
        assertThat(next()).isSameAs(second);
        second.begin(Protocol.DICOM);
        second.begin(Protocol.DICOM);
        assertThat(next()).isSameAs(first);
        second.end(Protocol.DICOM);
        second.end(Protocol.DICOM);
        assertThat(next()).isSameAs(second);
    }

    @Test
    void replicaThatIsNotUp_isTakenOut() {
        for (Health health : List.of(Health.DOWN, Health.UNREADY, Health.SILENT)) {
            found(first, health);
            assertThat(next()).isSameAs(second);
            assertThat(next()).isSameAs(second);
        }
        found(first, Health.UP);
        assertThat(List.of(next(), next())).contains(first);
    }

    @Test
    void slowReplica_isBetterThanNone() {
        found(first, Health.DOWN);
        found(second, Health.SILENT);
        assertThat(next()).isSameAs(second);
        found(second, Health.UNREADY);
        assertThat(replicas.next(Service.INGEST, Protocol.DICOM, List.of())).isEmpty();
    }

    @Test
    void triedReplica_isNotChosenAgain() {
        assertThat(replicas.next(Service.INGEST, Protocol.DICOM, List.of(first)))
                .contains(second);
        assertThat(replicas.next(Service.INGEST, Protocol.DICOM, List.of(first, second)))
                .isEmpty();
    }

    @Test
    void dicomPortThatDoesNotServe_leavesHttpOpen() {
        first.found(Protocol.DICOM, Health.DOWN);
        assertThat(next()).isSameAs(second);
        assertThat(replicas.next(Service.INGEST, Protocol.HTTP, List.of(second)))
                .contains(first);
    }

    @Test
    void ready_meansEveryService() {
        assertThat(replicas.isReady()).as("there is no retrieve").isFalse();
        Replica retrieve = replica("retrieve-1", Service.RETRIEVE);
        Replicas whole = new Replicas(List.of(first, query, retrieve));
        found(retrieve, Health.UP);
        assertThat(whole.isReady()).isTrue();
        found(query, Health.SILENT);
        assertThat(whole.isReady()).isFalse();
    }

    private Replica next() {
        return replicas.next(Service.INGEST, Protocol.DICOM, List.of()).orElseThrow();
    }

    private static Replica replica(String name, Service service) {
        return new Replica(name, service, "127.0.0.1", 1, 2);
    }

    private static void found(Replica replica, Health health) {
        replica.found(Protocol.HTTP, health);
        replica.found(Protocol.DICOM, health);
    }
}
