/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.isocenter.loadtest.dimse.DicomAddress;
import org.isocenter.loadtest.scenario.ScenarioException;
import org.isocenter.loadtest.scenario.Scenarios;
import org.isocenter.loadtest.socket.ConnectOptions;
import org.isocenter.loadtest.verify.VerifyResult.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultCatalogueTest {

    @TempDir
    Path data;

    private FakeCluster cluster;
    private FaultCatalogue catalogue;

    @BeforeEach
    void open() throws IOException {
        cluster = new FakeCluster(data);
        catalogue = new FaultCatalogue(
                ClusterControl.of(data), Scenarios.load("faults", Map.of()).access(), data);
    }

    @AfterEach
    void close() throws IOException {
        cluster.close();
    }

    @Test
    void oneOfEachKindOfProcess_canFailInEachWay() {
        assertThat(catalogue.names())
                .contains("kill-ingest-1", "stop-ingest-1", "pause-ingest-1", "restart-ingest-1", "kill-s3")
                .contains("s3-slow", "s3-500", "s3-full", "flood", "stalled-clients", "idle-associations")
                .doesNotContain("kill-ingest-2", "kill-front");
    }

    @Test
    void fault_isToldToTheClusterAndPutRight() throws Exception {
        for (Fault each : catalogue.select("kill-ingest-1,pause-s3,restart-ingest-1,s3-500")) {
            each.begin();
            each.end();
        }
        assertThat(cluster.commands)
                .containsExactly(
                        "kill ingest-1",
                        "start ingest-1",
                        "pause s3",
                        "resume s3",
                        "restart ingest-1",
                        "start ingest-1",
                        "fault s3 error 500",
                        "fault s3 none");
    }

    @Test
    void lossOfAReplica_isNoOutage() {
        assertThat(catalogue.select("kill-ingest-1,kill-s3,s3-500"))
                .extracting(Fault::isOutage)
                .containsExactly(false, true, true);
    }

    @Test
    void unknownFault_isRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> catalogue.select("kill-ingest-1,explode"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("explode")
                .hasMessageContaining("kill-ingest-1");
    }

    @Test
    void refusalOfTheCluster_isToldWithItsReason() throws IOException {
        ClusterControl control = ClusterControl.of(data);
        assertThatThrownBy(() -> control.tell("kill", "nobody"))
                .isInstanceOf(IOException.class)
                .hasMessage("kill nobody: there is no nobody");
        assertThat(control.states()).containsEntry("ingest-1", "ready").hasSize(4);
    }

    @Test
    void clientsWithoutAssociation_areNoFault() throws Exception {
        ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        nobody.close();
        DicomAddress address = new DicomAddress(
                "127.0.0.1",
                nobody.getLocalPort(),
                "ISOCENTER",
                "BAD",
                ConnectOptions.many(Duration.ofSeconds(1), null));
        ClientFault fault = new ClientFault(address, ClientFault.Behaviour.VANISH, 4);
        fault.begin();
        assertThatThrownBy(fault::end).isInstanceOf(IOException.class).hasMessageContaining("0 of 4");
    }

    @Test
    void sequence_doesAllInAnOrderOfItsSeedAndTellsTroubles() throws Exception {
        ClusterControl control = ClusterControl.of(data);
        Fault refused = new ProcessFault(control, ProcessFault.How.KILL, "nobody", false);
        assertThatThrownBy(() -> new FaultSequence(1, List.of(refused)).begin())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("kill nobody");
        assertThat(catalogue.sequence(7, "s3-500,kill-s3").isOutage()).isTrue();
    }

    @Test
    void folderWithoutCluster_isTold() {
        assertThatThrownBy(() -> ClusterControl.of(data.resolve("elsewhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("up --cluster");
    }

    @Test
    void report_tellsWhatFailed() {
        FaultOutcome lost = outcome(900, Map.of(Problem.LOST, 1L));
        assertThat(lost.passed()).isFalse();
        assertThat(new FaultReport(
                                "faults",
                                "2026-01-01T00:00:00Z",
                                "a machine",
                                List.of(lost),
                                900,
                                Map.of(),
                                true,
                                false)
                        .markdown())
                .contains(
                        "| kill-ingest-1 | 10 s | 3 s | 20.0, 12.0, 19.0 | 4 s | in 2 s, the last after 3 s: 6 aborted"
                                + " | 900: {LOST=1} | **failed**");
    }

    @Test
    void nothingAcknowledged_isNothingProved() {
        assertThat(outcome(900, Map.of()).passed()).isTrue();
        assertThat(outcome(0, Map.of()).passed()).isFalse();
        assertThat(outcome(0, Map.of()).nothingLost()).isFalse();
    }

    private static FaultOutcome outcome(long acknowledged, Map<Problem, Long> problems) {
        return new FaultOutcome(
                "kill-ingest-1",
                false,
                10,
                3,
                20,
                12,
                19,
                4,
                2,
                3,
                Map.of("aborted", 6L),
                Map.of(),
                acknowledged,
                problems,
                "");
    }
}
