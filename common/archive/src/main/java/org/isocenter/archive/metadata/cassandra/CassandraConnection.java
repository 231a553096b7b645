/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;

/**
 * The session, opened in the background and tried again until the cluster answers; from then on the driver reconnects by
 * itself. Safe for use by many threads.
 */
public final class CassandraConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CassandraConnection.class);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final CassandraSettings settings;
    private final String name = UUID.randomUUID().toString();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread opener = new Thread(this::open, "cassandra-connect");
    private volatile Statements statements;
    private volatile String lastFailure = "not connected yet";

    public CassandraConnection(CassandraSettings settings) {
        this.settings = settings;
        opener.setDaemon(true);
        opener.start();
    }

    /** The prepared statements; throws STORAGE_UNAVAILABLE at once while there is no session. */
    Statements statements() {
        Statements ready = statements;
        if (ready == null) {
            throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "Cassandra: " + lastFailure);
        }
        return ready;
    }

    /**
     * The session, for stores with statements of their own.
     *
     * @throws ArchiveException STORAGE_UNAVAILABLE at once while there is none
     */
    public CqlSession session() {
        return statements().session();
    }

    /** Waits for the session, and tells whether it is there. */
    public boolean await(Duration limit) throws InterruptedException {
        return opened.await(limit.toMillis(), TimeUnit.MILLISECONDS) && statements != null;
    }

    private void open() {
        String said = null;
        while (closed.getCount() > 0) {
            CqlSession session = null;
            try {
                try (CqlSession migrating = builder().build()) {
                    new Migrations(migrating, settings, name).run();
                }
                session = builder().withKeyspace(settings.keyspace()).build();
                statements = new Statements(session);
                opened.countDown();
                LOG.info("Cassandra: keyspace {} is ready", settings.keyspace());
                return;
            } catch (RuntimeException e) {
                lastFailure = String.valueOf(e.getMessage());
                if (!lastFailure.equals(said)) {
                    LOG.warn("Cassandra does not serve yet, trying again: {}", lastFailure);
                    said = lastFailure;
                }
                if (session != null) {
                    session.close();
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("closed while connecting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    private CqlSessionBuilder builder() {
        return CqlSession.builder()
                // ours, from which the retry policy comes: the loader of the thread may be another one
                .withClassLoader(CassandraConnection.class.getClassLoader())
                .addContactPoints(settings.contactPoints())
                .withLocalDatacenter(settings.localDatacenter())
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, settings.requestTimeout())
                        .withString(
                                DefaultDriverOption.REQUEST_CONSISTENCY, DefaultConsistencyLevel.LOCAL_QUORUM.name())
                        .withString(
                                DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY,
                                DefaultConsistencyLevel.LOCAL_SERIAL.name())
                        .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, true)
                        .withClass(DefaultDriverOption.RETRY_POLICY_CLASS, NextNodeRetryPolicy.class)
                        // a node that stands still keeps what it was asked: another is asked as well
                        .withString(
                                DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS,
                                "ConstantSpeculativeExecutionPolicy")
                        .withInt(DefaultDriverOption.SPECULATIVE_EXECUTION_MAX, 3)
                        .withDuration(DefaultDriverOption.SPECULATIVE_EXECUTION_DELAY, Duration.ofMillis(500))
                        .withInt(DefaultDriverOption.REQUEST_PAGE_SIZE, 500)
                        .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, Duration.ofSeconds(2))
                        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, Duration.ofSeconds(2))
                        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, Duration.ofSeconds(2))
                        .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, Duration.ofSeconds(5))
                        .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, Duration.ofSeconds(2))
                        .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(200))
                        .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(2))
                        .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                        .withString(DefaultDriverOption.SESSION_NAME, "isocenter")
                        .build());
    }

    @Override
    public void close() {
        closed.countDown();
        opened.countDown();
        opener.interrupt();
        Statements ready = statements;
        if (ready != null) {
            ready.session().close();
        }
    }
}
