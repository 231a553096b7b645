/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.isocenter.loadtest.html.HtmlReport;
import org.isocenter.loadtest.metrics.OperationResult;
import org.isocenter.loadtest.operation.Service;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.peer.Peer;
import org.isocenter.loadtest.peer.PeerKind;
import org.isocenter.loadtest.scenario.Scenario;
import org.isocenter.loadtest.scenario.Scenarios;
import org.isocenter.loadtest.verify.LedgerVerification;
import org.isocenter.loadtest.verify.VerifyOptions;
import org.isocenter.loadtest.verify.VerifyResult;
import org.isocenter.testkit.DcmtkTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class LoadRunTest {

    /** One writer and then readers: dcmqrscp refuses (C000) or forgets when several processes of it use its index. */
    private static final String SCENARIO = """
            name: test
            duration: 4s
            settle: 500ms
            retries: {attempts: 2, pause: 10ms}
            studies: [{kind: ct, series: 2, instances: 3, rows: 64, columns: 64}]
            prepare: {studies: 2, clients: 1}
            load:
              - {name: modalities, clients: 1, for: 2s, think: 20ms, mix: {c-store: 1}}
              - {name: workstations, rate: 10/s, start: 2s, clients: 2, mix: {c-echo: 1, c-find-by-patient: 2, c-get: 1}}
            thresholds: {errors: 0%, c-store.rate: 0.1/s}
            """;

    @TempDir
    private Path folder;

    @Test
    void run_dcmqrscp_storesFindsGetsAndVerifies() throws Exception {
        assumeTrue(DcmtkTools.areInstalled("dcmqrscp"), DcmtkTools.missing("dcmqrscp"));
        Path ledger = folder.resolve("ledger.txt");
        try (Peer peer = Peer.start(PeerKind.DCMQRSCP)) {
            Scenario scenario = scenario(List.of(dicomOnly(peer.target())));
            RunResult result;
            try (LoadRun run = new LoadRun(scenario, RunOptions.withLedger(ledger))) {
                result = run.run();
            }

            assertThat(result.failures()).as(result.examples().toString()).isEmpty();
            assertThat(result.passed()).as(result.thresholds().toString()).isTrue();
            assertThat(result.operations()).containsKeys("c-store", "c-echo", "c-find-by-patient", "c-get");
            assertThat(result.timeline()).hasSizeGreaterThanOrEqualTo(2);
            // six instances of each of the two studies were stored before the clock started
            long stored = result.operations().get("c-store").succeeded() + 12;
            assertThat(result.ledger().stored()).isEqualTo(stored);
            assertThat(HtmlReport.of(List.of(result, result), List.of()))
                    .contains("c-find-by-patient")
                    .doesNotContain("http://www.")
                    .endsWith("</html>\n");

            VerifyResult whole = verify(ledger, scenario);
            assertThat(whole.findings()).isEmpty();
            assertThat(whole.retrieved()).isEqualTo(Map.of("C-GET", stored));

            String text = Files.readString(ledger);
            String digest = text.lines()
                    .filter(line -> line.startsWith("B"))
                    .findFirst()
                    .orElseThrow()
                    .split("\t")[7];
            Files.writeString(ledger, text.replace(digest, "0".repeat(64)));
            assertThat(verify(ledger, scenario).problems()).isEqualTo(Map.of(VerifyResult.Problem.ALTERED, 1L));
        }
    }

    @Test
    void run_firstAddressIsDead_goesOnWithTheSecond() throws Exception {
        assumeTrue(DcmtkTools.areInstalled("dcmqrscp"), DcmtkTools.missing("dcmqrscp"));
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (Peer peer = Peer.start(PeerKind.DCMQRSCP)) {
            Target dead = new Target("dead", "127.0.0.1", closed, "DCMTK", null, EnumSet.allOf(Service.class));
            Scenario scenario = scenario(List.of(dead, dicomOnly(peer.target())));
            try (LoadRun run = new LoadRun(scenario, RunOptions.NONE)) {
                RunResult result = run.run();

                assertThat(result.failures()).isEmpty();
                assertThat(result.errors()).containsOnlyKeys("no connection");
                assertThat(result.operations().values().stream()
                                .mapToLong(OperationResult::firstErrors)
                                .sum())
                        .isPositive();
            }
        }
    }

    private static VerifyResult verify(Path ledger, Scenario scenario) throws Exception {
        try (LedgerVerification check = new LedgerVerification(ledger, scenario.access(), VerifyOptions.USUAL)) {
            return check.run();
        }
    }

    private static Scenario scenario(List<Target> targets) {
        Scenario scenario = Scenarios.parse(SCENARIO, Map.of());
        return scenario.withAccess(scenario.access().withTargets(targets));
    }

    private static Target dicomOnly(Target target) {
        return new Target(target.name(), target.host(), target.dicomPort(), target.aet(), null, target.services());
    }
}
