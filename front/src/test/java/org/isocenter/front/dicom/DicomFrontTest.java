/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.dicom;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.AssociationOptions;
import org.isocenter.dicom.net.AssociationPolicy;
import org.isocenter.dicom.net.AssociationRejectedException;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.AssociationRequestor;
import org.isocenter.dicom.net.DimseServer;
import org.isocenter.dicom.net.DimseServerConfig;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.dicom.net.RemoteEndpoint;
import org.isocenter.dicom.net.ServiceRegistry;
import org.isocenter.dicom.net.Timeouts;
import org.isocenter.dicom.net.VerificationService;
import org.isocenter.dicom.net.pdu.AssociateRj;
import org.isocenter.dicom.net.pdu.Pdu;
import org.isocenter.front.replica.Health;
import org.isocenter.front.replica.Protocol;
import org.isocenter.front.replica.Replica;
import org.isocenter.front.replica.Replicas;
import org.isocenter.front.replica.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class DicomFrontTest {

    private static final int MANY = 100;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private DicomFront front;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        front.close();
    }

    @Test
    void association_isPassedToAReplica() throws Exception {
        Replica replica = serving("query-1", AssociationPolicy.ACCEPT_ALL);
        start(MANY, replica);
        try (Association association = associate()) {
            assertThat(association.cecho().status()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(replica.open(Protocol.DICOM)).isEqualTo(1);
            association.release();
        }
        awaitIdle(replica);
    }

    @Test
    void associations_areSharedByTheReplicas() throws Exception {
        Replica first = serving("query-1", AssociationPolicy.ACCEPT_ALL);
        Replica second = serving("query-2", AssociationPolicy.ACCEPT_ALL);
        start(MANY, first, second);
        for (int i = 0; i < 6; i++) {
            opened.add(associate());
        }
        assertThat(first.open(Protocol.DICOM)).isEqualTo(3);
        assertThat(second.open(Protocol.DICOM)).isEqualTo(3);
    }

    @Test
    void deadReplica_isLeftForAnother() throws Exception {
        Replica dead = dead("query-1");
        start(MANY, dead, serving("query-2", AssociationPolicy.ACCEPT_ALL));
        echoTwice();
        assertThat(dead.health(Protocol.DICOM)).isEqualTo(Health.DOWN);
    }

    @Test
    void drainingReplica_isLeftForAnother() throws Exception {
        Replica draining = serving(
                "query-1", (request, address) -> AssociationPolicy.Decision.reject(AssociateRj.TEMPORARY_CONGESTION));
        start(MANY, draining, serving("query-2", AssociationPolicy.ACCEPT_ALL));
        echoTwice();
    }

    @Test
    void replicaThatStandsStill_isLeftForAnother() throws Exception {
        ServerSocket still = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        opened.add(still);
        Replica silent = up(new Replica("query-1", Service.QUERY, "127.0.0.1", 1, still.getLocalPort()));
        start(MANY, silent, serving("query-2", AssociationPolicy.ACCEPT_ALL));
        echoTwice();
        assertThat(silent.health(Protocol.DICOM)).isEqualTo(Health.SILENT);
    }

    @Test
    void rejectionForGood_isPassedOn() throws Exception {
        start(
                MANY,
                serving(
                        "query-1",
                        (request, address) ->
                                AssociationPolicy.Decision.reject(AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED)));
        assertThatThrownBy(this::associate)
                .isInstanceOfSatisfying(AssociationRejectedException.class, e -> assertThat(e.rejection())
                        .isEqualTo(AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED));
    }

    @Test
    void withoutAReplica_theRejectionIsTransient() throws Exception {
        start(MANY, dead("query-1"));
        assertThatThrownBy(this::associate)
                .isInstanceOfSatisfying(AssociationRejectedException.class, e -> assertThat(e.rejection())
                        .isEqualTo(AssociateRj.TEMPORARY_CONGESTION));
    }

    @Test
    void moreThanTheLimit_isRejectedAtOnce() throws Exception {
        start(1, serving("query-1", AssociationPolicy.ACCEPT_ALL));
        try (Association first = associate()) {
            assertThatThrownBy(this::associate)
                    .isInstanceOfSatisfying(AssociationRejectedException.class, e -> assertThat(e.rejection())
                            .isEqualTo(AssociateRj.LOCAL_LIMIT_EXCEEDED));
            first.release();
        }
    }

    @Test
    void killedReplica_endsItsAssociations() throws Exception {
        DimseServer server = server(AssociationPolicy.ACCEPT_ALL);
        start(MANY, replica("query-1", server.port()));
        try (Association association = associate()) {
            server.close();
            assertThatThrownBy(() -> {
                        while (true) {
                            association.cecho();
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsNoRequest_isAborted() throws Exception {
        start(MANY, serving("query-1", AssociationPolicy.ACCEPT_ALL));
        for (byte[] wrong :
                List.of(new byte[] {4, 0, 0, 0, 0, 0}, "GET / HTTP/1.1\r\n\r\n".getBytes("US-ASCII"), new byte[] {
                    5, 0, 0, 0, 0, 4, 0, 0, 0, 0
                })) {
            try (Socket socket = new Socket("127.0.0.1", front.port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(wrong);
                assertThat(socket.getInputStream().read()).isEqualTo(Pdu.ABORT);
            }
        }
    }

    @Test
    void clientThatSaysNothing_keepsNobodyWaiting() throws Exception {
        start(MANY, serving("query-1", AssociationPolicy.ACCEPT_ALL));
        try (Socket silent = new Socket("127.0.0.1", front.port())) {
            silent.getOutputStream().write(1);
            echoTwice();
        }
    }

    @Test
    void endOfOneDirection_leavesTheOtherOpen() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket entry = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(entry.getInetAddress(), entry.getLocalPort());
                Socket accepted = entry.accept();
                Socket toServer = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket replica = server.accept()) {
            var timer = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
            opened.add(timer::shutdownNow);
            var threads = java.util.concurrent.Executors.newCachedThreadPool();
            opened.add(threads::shutdownNow);
            front = new DicomFront(new Replicas(List.of()), 1);
            CompletableFuture<Void> pipe = CompletableFuture.runAsync(() -> {
                try {
                    new Pipe(accepted, toServer, timer).run(threads);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            client.getOutputStream().write("asked".getBytes("US-ASCII"));
            client.shutdownOutput();
            assertThat(replica.getInputStream().readAllBytes()).asString().isEqualTo("asked");
            replica.getOutputStream().write("answered".getBytes("US-ASCII"));
            replica.shutdownOutput();
            assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("answered");
            pipe.get(10, TimeUnit.SECONDS);
        }
    }

    private void echoTwice() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (Association association = associate()) {
                assertThat(association.cecho().status()).isEqualTo(DimseStatus.SUCCESS);
                association.release();
            }
        }
    }

    private Association associate() throws IOException {
        Duration patience = Duration.ofSeconds(20);
        AssociationRequest request = AssociationRequest.builder("TEST", "ISOCENTER")
                .context(UID.Verification, UID.ImplicitVRLittleEndian)
                .context(UID.StudyRootQueryRetrieveInformationModelFind, UID.ImplicitVRLittleEndian)
                .build();
        return AssociationRequestor.connect(
                new RemoteEndpoint("127.0.0.1", front.port()),
                request,
                AssociationOptions.DEFAULT.withTimeouts(
                        new Timeouts(patience, patience, patience, patience, patience, patience)));
    }

    private Replica serving(String name, AssociationPolicy policy) throws IOException {
        DimseServer server = server(policy);
        opened.add(server);
        return replica(name, server.port());
    }

    private static DimseServer server(AssociationPolicy policy) throws IOException {
        DimseServer server = new DimseServer(
                DimseServerConfig.builder().policy(policy).build(), ServiceRegistry.of(new VerificationService()));
        server.start();
        return server;
    }

    private static Replica replica(String name, int port) {
        return up(new Replica(name, Service.QUERY, "127.0.0.1", 1, port));
    }

    private static Replica dead(String name) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return replica(name, socket.getLocalPort());
        }
    }

    private static Replica up(Replica replica) {
        replica.found(Protocol.HTTP, Health.UP);
        replica.found(Protocol.DICOM, Health.UP);
        return replica;
    }

    private void start(int maxAssociations, Replica... replicas) throws IOException {
        front = new DicomFront(new Replicas(Stream.of(replicas).toList()), maxAssociations);
        front.start("127.0.0.1", 0);
    }

    private static void awaitIdle(Replica replica) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (replica.open(Protocol.DICOM) > 0) {
            assertThat(System.nanoTime()).as("the association ends").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
