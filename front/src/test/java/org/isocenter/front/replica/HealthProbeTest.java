/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.replica;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

import org.isocenter.dicom.net.DimseServer;
import org.isocenter.dicom.net.DimseServerConfig;
import org.isocenter.dicom.net.ServiceRegistry;
import org.isocenter.dicom.net.VerificationService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class HealthProbeTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private volatile int status = 200;
    private HttpServer http;
    private DimseServer dicom;
    private HealthProbe probe;
    private Replica replica;

    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        http.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        http.start();
        dicom = new DimseServer(DimseServerConfig.builder().build(), ServiceRegistry.of(new VerificationService()));
        dicom.start();
        probe(dicom.port());
    }

    @AfterEach
    void stop() {
        probe.close();
        http.stop(0);
        dicom.close();
    }

    @Test
    void answersOfBothPorts_areTheHealth() throws Exception {
        await(Protocol.DICOM, Health.UP);
        status = 503;
        await(Protocol.HTTP, Health.UNREADY);
        assertThat(replica.health(Protocol.DICOM))
                .as("readiness holds for both")
                .isEqualTo(Health.UNREADY);
        status = 200;
        await(Protocol.DICOM, Health.UP);
        http.stop(0);
        await(Protocol.HTTP, Health.DOWN);
    }

    @Test
    void dicomPortAlone_mayBeDown() throws Exception {
        await(Protocol.DICOM, Health.UP);
        dicom.close();
        await(Protocol.DICOM, Health.DOWN);
        assertThat(replica.health(Protocol.HTTP)).isEqualTo(Health.UP);
    }

    @Test
    void dicomPortThatDoesNotAnswer_isSilent() throws Exception {
        try (ServerSocket still = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            probe.close();
            probe(still.getLocalPort());
            await(Protocol.DICOM, Health.SILENT);
            assertThat(replica.health(Protocol.HTTP)).isEqualTo(Health.UP);
        }
    }

    private void probe(int dicomPort) {
        replica = new Replica(
                "query-1", Service.QUERY, "127.0.0.1", http.getAddress().getPort(), dicomPort);
        probe = new HealthProbe(replica, "ISOCENTER", Duration.ofMillis(50));
        probe.start();
    }

    private void await(Protocol protocol, Health health) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (replica.health(protocol) != health) {
            assertThat(System.nanoTime())
                    .as("%s is %s, not %s", protocol, replica.health(protocol), health)
                    .isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}
