/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.isocenter.archive.contention.Contention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;

/**
 * Brings the schema to the version of this program: every migration runs once, by one process at a time, in order. A cluster
 * that is ahead of this program is refused.
 */
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final List<String> SCRIPTS = List.of(
            "001-archive.cql",
            "002-issuers.cql",
            "003-arrivals.cql",
            "004-corrections.cql",
            "005-commitments.cql",
            "006-rejections.cql",
            "007-workitems.cql");
    private static final int LOCK_SECONDS = 60;
    private static final Duration DDL_TIMEOUT = Duration.ofSeconds(20);

    private final CqlSession session;
    private final CassandraSettings settings;
    private final String owner;

    Migrations(CqlSession session, CassandraSettings settings) {
        this(session, settings, UUID.randomUUID().toString());
    }

    /** With the name of the process, which is the same when it tries again. */
    Migrations(CqlSession session, CassandraSettings settings, String owner) {
        this.session = session;
        this.settings = settings;
        this.owner = owner;
    }

    void run() {
        if (keyspaceIsMissing()) {
            session.execute(ddl("CREATE KEYSPACE IF NOT EXISTS " + settings.keyspace()
                    + " WITH replication = {'class': 'NetworkTopologyStrategy', '" + settings.localDatacenter() + "': "
                    + settings.replicationFactor() + "}"));
        }
        // the same id in every process: two that make the table at once make one table
        change("CREATE TABLE IF NOT EXISTS migrations (id text PRIMARY KEY, owner text, at timestamp) WITH id = "
                + UUID.nameUUIDFromBytes((settings.keyspace() + ".migrations").getBytes(StandardCharsets.UTF_8)));
        refuseNewerSchema();
        for (String script : SCRIPTS) {
            if (!isApplied(script)) {
                applyOnce(script);
            }
        }
    }

    private boolean keyspaceIsMissing() {
        return session.execute(SimpleStatement.newInstance(
                                "SELECT keyspace_name FROM system_schema.keyspaces WHERE keyspace_name = ?",
                                settings.keyspace()))
                        .one()
                == null;
    }

    private void refuseNewerSchema() {
        for (Row row : session.execute(statement("SELECT id FROM migrations"))) {
            String id = row.getString("id");
            if (!id.startsWith("lock") && !SCRIPTS.contains(id)) {
                throw new SchemaMismatchException("the keyspace " + settings.keyspace() + " has migration " + id
                        + ", which this version does not know: start a version of Isocenter that is at least as new, "
                        + "or name another isocenter.cassandra.keyspace");
            }
        }
    }

    private boolean isApplied(String script) {
        return session.execute(statement("SELECT id FROM migrations WHERE id = ?", script))
                        .one()
                != null;
    }

    private void applyOnce(String script) {
        while (!isApplied(script)) {
            if (takeLock()) {
                try {
                    if (!isApplied(script)) {
                        apply(script);
                    }
                } finally {
                    releaseLock();
                }
                return;
            }
            sleep();
        }
    }

    private boolean takeLock() {
        Contention.LIGHT_WEIGHT_TRANSACTION.add();
        ResultSet answer = session.execute(statement(
                "INSERT INTO migrations (id, owner) VALUES ('lock', ?) IF NOT EXISTS USING TTL " + LOCK_SECONDS,
                owner));
        // one that timed out may have been applied: then it is ours already
        return answer.wasApplied() || owner.equals(answer.one().getString("owner"));
    }

    private void releaseLock() {
        Contention.LIGHT_WEIGHT_TRANSACTION.add();
        session.execute(statement("DELETE FROM migrations WHERE id = 'lock' IF owner = ?", owner));
    }

    private void apply(String script) {
        LOG.info("Cassandra: applying migration {}", script);
        Arrays.stream(text(script).replaceAll("(?m)^\\s*--.*$", "").split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .forEach(this::change);
        session.execute(
                statement("INSERT INTO migrations (id, owner, at) VALUES (?, ?, toTimestamp(now()))", script, owner));
    }

    private void change(String statement) {
        session.execute(ddl(statement).setKeyspace(settings.keyspace()));
    }

    private static SimpleStatement ddl(String statement) {
        return SimpleStatement.newInstance(statement).setTimeout(DDL_TIMEOUT).setIdempotent(true);
    }

    private SimpleStatement statement(String statement, Object... values) {
        return SimpleStatement.newInstance(statement, values).setKeyspace(settings.keyspace());
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another process migrates", e);
        }
    }

    private static String text(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream("/org/isocenter/archive/schema/" + script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the migration " + script + " cannot be read", e);
        }
    }
}
