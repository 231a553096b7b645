/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.isocenter.query.index.Order;
import org.isocenter.query.index.Place;
import org.isocenter.query.search.Level;
import org.isocenter.service.match.InvalidQueryException;

/**
 * The parameter {@code after}: the place after which a page begins, as letters of an URL that mean nothing to a client. Every replica reads
 * what another one wrote. It holds the values that results are ordered by, so it is no less to be protected than they are.
 */
final class Cursor {

    private static final int VERSION = 1;
    private static final int NOTHING = 0;
    private static final int NUMBER = 1;
    private static final int TEXT = 2;

    private Cursor() {}

    static String write(Place place, Level level, Order order) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeByte(VERSION);
            out.writeInt(searchOf(level, order));
            out.writeUTF(place.uid());
            for (Object value : place.values()) {
                if (value instanceof Long number) {
                    out.writeByte(NUMBER);
                    out.writeLong(number);
                } else if (value instanceof String text) {
                    out.writeByte(TEXT);
                    out.writeUTF(text);
                } else {
                    out.writeByte(NOTHING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * The place that was written.
     *
     * @throws InvalidQueryException if it was written for another order or level, or was never written
     */
    static Place read(String text, Level level, Order order) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (in.readByte() != VERSION || in.readInt() != searchOf(level, order)) {
                throw invalid();
            }
            String uid = in.readUTF();
            List<Object> values = new ArrayList<>();
            while (in.available() > 0) {
                values.add(
                        switch (in.readByte()) {
                            case NOTHING -> null;
                            case NUMBER -> in.readLong();
                            case TEXT -> in.readUTF();
                            default -> throw invalid();
                        });
            }
            return new Place(values, uid);
        } catch (IOException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    static InvalidQueryException invalid() {
        return new InvalidQueryException(
                "after is no place in the results of this search: it comes from a header Link");
    }

    /** Tells a place of another resource or another order. */
    private static int searchOf(Level level, Order order) {
        StringBuilder text = new StringBuilder(level.name());
        for (Order.Term term : order.terms()) {
            text.append(term.descending() ? '-' : '+').append(term.key().name());
        }
        return text.toString().hashCode();
    }
}
