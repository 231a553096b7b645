/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import com.datastax.oss.driver.api.core.CqlSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class MigrationsTest {

    private static final CassandraSettings SETTINGS = TestKeyspace.fresh("migrations");

    @AfterAll
    static void drop() {
        TestKeyspace.drop(SETTINGS);
    }

    @Test
    void run_byTwoAtOnceThenAgainThenBehind_makesOneSchemaAndRefusesANewerOne() throws Exception {
        try (CqlSession first = TestKeyspace.session(SETTINGS);
                CqlSession second = TestKeyspace.session(SETTINGS)) {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                Future<?> one = pool.submit(() -> new Migrations(first, SETTINGS).run());
                Future<?> other = pool.submit(() -> new Migrations(second, SETTINGS).run());
                one.get();
                other.get();
            } finally {
                pool.shutdown();
            }
            String applied = "SELECT id FROM " + SETTINGS.keyspace() + ".migrations";
            assertThat(first.execute(applied).map(row -> row.getString(0)).all())
                    .containsExactlyInAnyOrder(
                            "001-archive.cql",
                            "002-issuers.cql",
                            "003-arrivals.cql",
                            "004-corrections.cql",
                            "005-commitments.cql",
                            "006-rejections.cql",
                            "007-workitems.cql");
            assertThat(new Statements(useKeyspace(first)).session()).isSameAs(first);

            new Migrations(second, SETTINGS).run();
            assertThat(first.execute(applied).all()).hasSize(7);

            first.execute("INSERT INTO " + SETTINGS.keyspace() + ".migrations (id) VALUES ('999-later.cql')");
            assertThatThrownBy(() -> new Migrations(second, SETTINGS).run())
                    .isInstanceOf(SchemaMismatchException.class)
                    .hasMessageContaining("999-later.cql")
                    .hasMessageContaining("isocenter.cassandra.keyspace");
        }
    }

    @Test
    void lockOfAnAttemptThatTimedOut_isOurOwn() {
        CassandraSettings settings = TestKeyspace.fresh("migrationslock");
        try (CqlSession session = TestKeyspace.session(settings)) {
            new Migrations(session, settings, "us").run();
            String table = settings.keyspace() + ".migrations";
            session.execute("DELETE FROM " + table + " WHERE id = '002-issuers.cql'");
            session.execute("INSERT INTO " + table + " (id, owner) VALUES ('lock', 'us') IF NOT EXISTS USING TTL 60");

            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> new Migrations(session, settings, "us").run());
            assertThat(session.execute("SELECT id FROM " + table).all()).hasSize(7);
        } finally {
            TestKeyspace.drop(settings);
        }
    }

    private static CqlSession useKeyspace(CqlSession session) {
        session.execute("USE " + SETTINGS.keyspace());
        return session;
    }
}
