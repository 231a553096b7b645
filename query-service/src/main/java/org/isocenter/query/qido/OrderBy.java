/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.query.index.Order;
import org.isocenter.query.index.SortKey;
import org.isocenter.query.search.AttributeLevels;
import org.isocenter.query.search.Level;
import org.isocenter.service.match.InvalidQueryException;

/** Reads the parameter {@code orderby}, which is no part of the standard: {@code -StudyDate,PatientName}. */
final class OrderBy {

    private static final Order.Term YOUNGEST_DATE = new Order.Term(SortKey.STUDY_DATE, true);
    private static final Order.Term YOUNGEST_TIME = new Order.Term(SortKey.STUDY_TIME, true);

    /** Orders that the usual one is as well. */
    private static final Set<List<Order.Term>> USUAL =
            Set.of(List.of(YOUNGEST_DATE), List.of(YOUNGEST_DATE, YOUNGEST_TIME));

    private OrderBy() {}

    /**
     * The order that is asked for, or the usual one.
     *
     * @param text attributes by keyword or tag with commas between, each with a minus sign if the greatest value comes first; may
     *     be empty
     * @throws InvalidQueryException if results of the level are not ordered by one of them, or one stands twice
     */
    static Order parse(String text, Level level) {
        if (text.isBlank()) {
            return Order.YOUNGEST_FIRST;
        }
        List<Order.Term> terms = new ArrayList<>();
        Set<SortKey> seen = EnumSet.noneOf(SortKey.class);
        for (String part : text.split(",", -1)) {
            String name = part.strip();
            boolean descending = name.startsWith("-");
            Order.Term term = new Order.Term(key(descending ? name.substring(1) : name, level), descending);
            if (!seen.add(term.key())) {
                throw new InvalidQueryException("orderby names an attribute twice");
            }
            terms.add(term);
        }
        return level != Level.IMAGE && USUAL.contains(terms) ? Order.YOUNGEST_FIRST : new Order(terms);
    }

    private static SortKey key(String name, Level level) {
        int tag = name.matches("[0-9A-Fa-f]{8}") ? Integer.parseUnsignedInt(name, 16) : Dictionary.tagForKeyword(name);
        return SortKey.of(tag)
                .filter(key -> AttributeLevels.of(key.tag()).compareTo(level) <= 0)
                .orElseThrow(() -> new InvalidQueryException(
                        "orderby names something that results of this resource are not put in order by"));
    }
}
