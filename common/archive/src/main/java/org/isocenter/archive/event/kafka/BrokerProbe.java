/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/** Asks the cluster whether it answers. Safe for use by many threads. */
final class BrokerProbe implements AutoCloseable {

    /** Shorter than the whole: a broker that does not answer is given up for another. */
    private static final int REQUEST_MILLIS = 1000;

    private static final int MILLIS = 4000;

    private final Admin admin;

    BrokerProbe(KafkaSettings settings) {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(REQUEST_MILLIS));
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(MILLIS));
        admin = Admin.create(properties);
    }

    void check() {
        try {
            admin.describeCluster().nodes().get(MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "interrupted while asking Kafka", e);
        }
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ZERO);
    }
}
