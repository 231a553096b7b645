/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import org.isocenter.query.index.Order;
import org.isocenter.query.index.Place;
import org.isocenter.query.index.SortKey;
import org.isocenter.query.search.Level;
import org.isocenter.service.match.InvalidQueryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorTest {

    private static final Order BY_NAME =
            new Order(List.of(new Order.Term(SortKey.PATIENT_NAME, true), new Order.Term(SortKey.STUDY_DATE, false)));

    @Test
    void read_whatWasWritten() {
        for (Place place : List.of(
                new Place(Arrays.asList("müller^anna", 18262L), "1.2.3"),
                new Place(Arrays.asList(null, null), "1.2"))) {
            String cursor = Cursor.write(place, Level.STUDY, BY_NAME);
            assertThat(cursor).matches("[A-Za-z0-9_-]+");
            assertThat(Cursor.read(cursor, Level.STUDY, BY_NAME)).isEqualTo(place);
        }
    }

    @Test
    void read_ofAnotherOrderOrLevel_isAnInvalidQuery() {
        String cursor = Cursor.write(new Place(Arrays.asList("a", 1L), "1.2.3"), Level.STUDY, BY_NAME);
        assertThatThrownBy(() -> Cursor.read(cursor, Level.STUDY, Order.YOUNGEST_FIRST))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> Cursor.read(cursor, Level.SERIES, BY_NAME)).isInstanceOf(InvalidQueryException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AA", "!!", "AQ==", "äöü", "1.2.3"})
    void read_whatWasNeverWritten_isAnInvalidQuery(String text) {
        assertThatThrownBy(() -> Cursor.read(text, Level.STUDY, BY_NAME)).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void read_damaged_isAPlaceOrAnInvalidQuery() {
        byte[] bytes = Base64.getUrlDecoder()
                .decode(Cursor.write(new Place(Arrays.asList("a", 1L), "1.2.3"), Level.STUDY, BY_NAME));
        Random random = new Random(3);
        int invalid = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length + 4));
            damaged[random.nextInt(damaged.length)] ^= (byte) random.nextInt(256);
            try {
                Place place = Cursor.read(Base64.getUrlEncoder().encodeToString(damaged), Level.STUDY, BY_NAME);
                BY_NAME.accepts(place);
            } catch (InvalidQueryException e) {
                invalid++;
            }
        }
        assertThat(invalid).isPositive();
    }
}
