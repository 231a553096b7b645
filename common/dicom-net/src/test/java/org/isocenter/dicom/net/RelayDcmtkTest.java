/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.relay.RelayPeers;
import org.isocenter.dicom.net.relay.RelaySeal;
import org.isocenter.dicom.net.relay.RelayService;
import org.isocenter.dicom.net.relay.RelaySettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** DCMTK's programs against a server that relays. */
@Timeout(60)
class RelayDcmtkTest {
    private static final int INSTANCES = 20;
    private static final List<String> STUDY = List.of("-S", "-k", "QueryRetrieveLevel=STUDY", "-k", "StudyInstanceUID");

    @TempDir
    Path directory;

    @BeforeEach
    void skipWithoutDcmtk() {
        assumeTrue(Dcmtk.has("storescu"), "DCMTK is not installed");
    }

    private static TestServer relaying(DimseService owner, TestServer server) throws IOException {
        RelaySettings settings = new RelaySettings(RelaySeal.of("", Clock.systemUTC()), TestServer.SHORT);
        return new TestServer(new RelayService(owner, new RelayPeers("owner", List.of(server.endpoint())), settings));
    }

    private Dcmtk.Result run(String program, TestServer server) throws Exception {
        List<Object> command = new ArrayList<>(List.of(program, "-v"));
        command.addAll(STUDY);
        command.addAll(List.of("127.0.0.1", server.server.port()));
        return Dcmtk.run(directory, command.toArray());
    }

    @Test
    void storescu_storesAtTheOwner() throws Exception {
        RecordingService owner = new RecordingService(UID.CTImageStorage);
        Path files = Files.createDirectory(directory.resolve("ct"));
        for (int i = 1; i <= INSTANCES; i++) {
            CtFile.write(files.resolve(i + ".dcm"), "1.2.3.1." + i);
        }
        try (TestServer ingest = new TestServer(owner);
                TestServer server = relaying(owner, ingest)) {
            Dcmtk.Result result = Dcmtk.run(directory, "storescu", "+sd", "127.0.0.1", server.server.port(), files);
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(owner.stored).hasSize(INSTANCES).allSatisfy(s -> assertThat(s.dataset())
                    .isEqualTo(CtFile.dataset(s.sopInstanceUid())));
        }
    }

    @Test
    void findscu_getsTheMatchesOfTheOwner() throws Exception {
        FindService owner = new FindService(25, 0);
        try (TestServer query = new TestServer(owner);
                TestServer server = relaying(owner, query)) {
            Dcmtk.Result result = run("findscu", server);
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(result.output()).contains("1.2.3.24").contains("Success");
        }
    }

    @Test
    void getscu_getsTheInstancesOfTheOwner() throws Exception {
        RetrieveService owner = new RetrieveService(5, CtFile.dataset("1.2.3.4.1"));
        try (TestServer retrieve = new TestServer(owner);
                TestServer server = relaying(owner, retrieve)) {
            Dcmtk.Result result = run("getscu", server);
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(result.output()).contains("Success");
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.filter(f -> f.getFileName().toString().startsWith("CT.")))
                        .isNotEmpty();
            }
        }
    }
}
