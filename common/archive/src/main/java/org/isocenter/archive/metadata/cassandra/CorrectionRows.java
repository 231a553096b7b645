/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.contention.Contention;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;

/** Which records of corrections does this study, or this patient, have? */
final class CorrectionRows {

    private final CqlSession session;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement replace;

    private CorrectionRows(CqlSession session, String table, String... keys) {
        this.session = session;
        String names = String.join(", ", keys);
        String insertion = "INSERT INTO " + table + " (" + names + ", number, record) VALUES ("
                + "?, ".repeat(keys.length) + "?, ?)";
        select = session.prepare(
                "SELECT number, record FROM " + table + " WHERE " + String.join(" = ? AND ", keys) + " = ?");
        insert = session.prepare(insertion + " IF NOT EXISTS");
        replace = session.prepare(insertion);
    }

    static CorrectionRows ofStudies(CqlSession session) {
        return new CorrectionRows(session, "corrections", "study_uid");
    }

    static CorrectionRows ofPatients(CqlSession session) {
        return new CorrectionRows(session, "patient_corrections", "issuer", "patient_id");
    }

    /** The encoded records by their numbers. */
    CompletionStage<SortedMap<Integer, byte[]>> select(Object... key) {
        return session.executeAsync(select.bind(key)).thenCompose(page -> collect(page, new TreeMap<>()));
    }

    private static CompletionStage<SortedMap<Integer, byte[]>> collect(
            AsyncResultSet page, SortedMap<Integer, byte[]> records) {
        for (Row row : page.currentPage()) {
            records.put(row.getInt(0), Blobs.bytes(row.getByteBuffer(1)));
        }
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, records))
                : CompletableFuture.completedFuture(records);
    }

    /** Inserts a record, and tells whether the number was free. Blocks. */
    boolean insert(int number, byte[] record, Object... key) {
        Contention.LIGHT_WEIGHT_TRANSACTION.add();
        return session.execute(insert.bind(values(number, record, key)).setIdempotent(false))
                .wasApplied();
    }

    /** Writes a record in place of the one under its number. */
    CompletionStage<Void> replace(int number, byte[] record, Object... key) {
        return session.executeAsync(replace.bind(values(number, record, key))).thenApply(done -> null);
    }

    private static Object[] values(int number, byte[] record, Object... key) {
        Object[] values = Arrays.copyOf(key, key.length + 2, Object[].class);
        values[key.length] = number;
        values[key.length + 1] = Blobs.of(record);
        return values;
    }
}
