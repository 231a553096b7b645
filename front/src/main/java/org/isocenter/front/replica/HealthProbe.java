/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.replica;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.AssociationOptions;
import org.isocenter.dicom.net.AssociationRejectedException;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.AssociationRequestor;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.dicom.net.RemoteEndpoint;
import org.isocenter.dicom.net.Timeouts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one replica again and again: over HTTP whether it is ready, less often by C-ECHO whether its DICOM port serves. */
public final class HealthProbe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthProbe.class);
    private static final int PATIENCE_MILLIS = 2000;
    private static final int ECHO_EVERY = 5;
    private static final int SILENCES = 2;
    private static final String OWN_AET = "FRONT";

    private final Replica replica;
    private final String aet;
    private final Duration interval;
    private final Thread thread;
    private volatile boolean closed;
    private final Map<Protocol, Integer> silences = new EnumMap<>(Protocol.class);

    /**
     * A probe that does not ask yet.
     *
     * @param aet the AE title that the replica answers to
     * @param interval from one question to the next
     */
    public HealthProbe(Replica replica, String aet, Duration interval) {
        this.replica = replica;
        this.aet = aet;
        this.interval = interval;
        thread = new Thread(this::run, "probe-" + replica.name());
        thread.setDaemon(true);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            for (int round = 0; !closed; round++) {
                Health before = replica.health();
                found(Protocol.HTTP, askHttp());
                boolean isUp = replica.health(Protocol.HTTP) == Health.UP
                        && replica.service().hasDicom();
                if (isUp && (round % ECHO_EVERY == 0 || replica.health(Protocol.DICOM) != Health.UP)) {
                    found(Protocol.DICOM, askDicom());
                }
                Health after = replica.health();
                if (after != before) {
                    LOG.info("{} is {}", replica.name(), after);
                }
                Thread.sleep(interval.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One silence may be a pause of the machine. */
    private void found(Protocol protocol, Health health) {
        int inARow = health == Health.SILENT ? silences.getOrDefault(protocol, 0) + 1 : 0;
        silences.put(protocol, inARow);
        if (health != Health.SILENT || inARow >= SILENCES) {
            replica.found(protocol, health);
        }
    }

    private Health askHttp() {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection)
                    URI.create("http://" + replica.host() + ":" + replica.port(Protocol.HTTP) + "/q/health/ready")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK ? Health.UP : Health.UNREADY;
        } catch (SocketTimeoutException e) {
            return Health.SILENT;
        } catch (IOException e) {
            return Health.DOWN;
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    private Health askDicom() {
        Duration patience = Duration.ofMillis(PATIENCE_MILLIS);
        AssociationOptions options = AssociationOptions.DEFAULT.withTimeouts(
                new Timeouts(patience, patience, patience, patience, patience, patience));
        AssociationRequest request = AssociationRequest.builder(OWN_AET, aet)
                .context(UID.Verification, UID.ImplicitVRLittleEndian)
                .build();
        try (Association association = AssociationRequestor.connect(
                new RemoteEndpoint(replica.host(), replica.port(Protocol.DICOM)), request, options)) {
            boolean echoed = association.cecho().status().equals(DimseStatus.SUCCESS);
            association.release();
            return echoed ? Health.UP : Health.UNREADY;
        } catch (AssociationRejectedException e) {
            return Health.UNREADY;
        } catch (ConnectException e) {
            return Health.DOWN;
        } catch (IOException e) {
            return Health.SILENT;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
