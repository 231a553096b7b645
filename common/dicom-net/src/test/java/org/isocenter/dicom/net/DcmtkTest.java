/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** DCMTK's programs, unchanged and with their default settings, against us, and we against its storescp. */
@Timeout(120)
class DcmtkTest {
    private static final int INSTANCES = 60;

    @TempDir
    Path directory;

    @BeforeEach
    void skipWithoutDcmtk() {
        assumeTrue(Dcmtk.has("storescu"), "DCMTK is not installed");
    }

    @Test
    void echoscu_isAnswered() throws Exception {
        try (TestServer server = new TestServer(new VerificationService())) {
            Dcmtk.Result result = Dcmtk.run(directory, "echoscu", "-v", "127.0.0.1", server.server.port());
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(server.events.countPerformed()).isEqualTo(1);
        }
    }

    @Test
    void storescu_isNotHeldUpByDelayedAcknowledgements() throws Exception {
        RecordingService service = new RecordingService(UID.CTImageStorage);
        Path files = Files.createDirectory(directory.resolve("ct"));
        for (int i = 1; i <= INSTANCES; i++) {
            CtFile.write(files.resolve(i + ".dcm"), "1.2.3.1." + i);
        }
        try (TestServer server = new TestServer(service)) {
            long start = System.nanoTime();
            Dcmtk.Result result = Dcmtk.run(directory, "storescu", "+sd", "127.0.0.1", server.server.port(), files);
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(service.stored).hasSize(INSTANCES).allSatisfy(s -> assertThat(s.dataset())
                    .isEqualTo(CtFile.dataset(s.sopInstanceUid())));
            // 40 ms each, 2.4 s in all, if the kernel were left to delay
            assertThat(duration).isLessThan(Duration.ofMillis(40L * INSTANCES));
        }
    }

    @Test
    void findscu_getsItsMatches() throws Exception {
        try (TestServer server = new TestServer(new FindService(25, 0))) {
            Dcmtk.Result result = Dcmtk.run(
                    directory,
                    "findscu",
                    "-v",
                    "-S",
                    "-k",
                    "QueryRetrieveLevel=STUDY",
                    "-k",
                    "StudyInstanceUID",
                    "127.0.0.1",
                    server.server.port());
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(result.output()).contains("1.2.3.24").contains("Success");
        }
    }

    @Test
    void getscu_getsItsInstances() throws Exception {
        try (TestServer server = new TestServer(new RetrieveService(5, CtFile.dataset("1.2.3.4.1")))) {
            Dcmtk.Result result = Dcmtk.run(
                    directory,
                    "getscu",
                    "-v",
                    "-S",
                    "-k",
                    "QueryRetrieveLevel=STUDY",
                    "-k",
                    "StudyInstanceUID=1.2.3",
                    "127.0.0.1",
                    server.server.port());
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(result.output()).contains("Success");
            assertThat(countOf("CT.")).isPositive();
        }
    }

    @Test
    void movescu_getsItsInstancesStored() throws Exception {
        RecordingService remote = new RecordingService(UID.CTImageStorage);
        RetrieveService retrieve = new RetrieveService(4, CtFile.dataset("1.2.3.4.1"));
        try (TestServer destination = new TestServer(remote);
                TestServer server = new TestServer(retrieve)) {
            retrieve.setDestination(destination.endpoint());
            Dcmtk.Result result = Dcmtk.run(
                    directory,
                    "movescu",
                    "-v",
                    "-S",
                    "-aem",
                    "DEST",
                    "-k",
                    "QueryRetrieveLevel=STUDY",
                    "-k",
                    "StudyInstanceUID=1.2.3",
                    "127.0.0.1",
                    server.server.port());
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(remote.stored).hasSize(4);
        }
    }

    @Test
    void termscu_abortsWithoutHarm() throws Exception {
        try (TestServer server = new TestServer(new VerificationService())) {
            Dcmtk.run(directory, "termscu", "127.0.0.1", server.server.port());
            Dcmtk.Result result = Dcmtk.run(directory, "echoscu", "127.0.0.1", server.server.port());
            assertThat(result.exitCode()).as(result.output()).isZero();
        }
    }

    @Test
    void storescp_takesWhatWeSend() throws Exception {
        int port = freePort();
        Path received = Files.createDirectory(directory.resolve("received"));
        Process process = Dcmtk.start(directory, directory.resolve("storescp.txt"), "storescp", "-od", received, port);
        try (Association association = connect(port)) {
            for (int i = 1; i <= 20; i++) {
                byte[] dataset = CtFile.dataset("1.2.3.1." + i);
                DatasetBody body = DatasetBody.of(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
                assertThat(association
                                .cstore(UID.CTImageStorage, "1.2.3.1." + i, body)
                                .status())
                        .isEqualTo(DimseStatus.SUCCESS);
            }
            association.release();
        } finally {
            process.destroy();
            process.waitFor();
        }
        try (Stream<Path> files = Files.list(received)) {
            assertThat(files).hasSize(20);
        }
    }

    private static Association connect(int port) throws IOException, InterruptedException {
        AssociationRequest request = AssociationRequest.builder("SCU", "STORESCP")
                .context(UID.CTImageStorage, UID.ExplicitVRLittleEndian)
                .build();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        for (; ; ) {
            try {
                return AssociationRequestor.connect(new RemoteEndpoint("127.0.0.1", port), request);
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private long countOf(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .count();
        }
    }
}
