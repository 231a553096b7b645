/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.List;

import org.isocenter.dicom.data.Attributes;

/**
 * The order of results. What has no value comes after what has one, in both directions; what is equal goes by a number made of the
 * UID, so that every replica has the same order. Immutable.
 *
 * @param terms the first one counts first
 */
public record Order(List<Term> terms) {

    /** Of all searches that do not ask for another one: the youngest study first, its series by their numbers. */
    public static final Order YOUNGEST_FIRST =
            new Order(List.of(new Term(SortKey.STUDY_MOMENT, true), new Term(SortKey.SERIES_NUMBER, false)));

    /** Of instances that are named one by one. */
    public static final Order BY_INSTANCE_NUMBER = new Order(List.of(new Term(SortKey.INSTANCE_NUMBER, false)));

    /** Copies the terms. */
    public Order {
        terms = List.copyOf(terms);
    }

    /**
     * One attribute of an order.
     *
     * @param key the attribute
     * @param descending whether the greatest value comes first
     */
    public record Term(SortKey key, boolean descending) {}

    /** Whether this is the order in which the index lies. */
    public boolean isYoungestFirst() {
        return equals(YOUNGEST_FIRST);
    }

    /** The place of a result, whose UID is given. */
    public Place place(Attributes result, String uid) {
        return new Place(
                java.util.Arrays.asList(
                        terms.stream().map(term -> term.key().value(result)).toArray()),
                uid);
    }

    /** Whether a place, wherever it comes from, can be one of this order. */
    public boolean accepts(Place place) {
        if (place.values().size() != terms.size()) {
            return false;
        }
        for (int i = 0; i < terms.size(); i++) {
            if (!terms.get(i).key().accepts(place.values().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Compares two places of this order as a comparator does: less than 0 if the left one comes first. */
    public int compare(Place left, Place right) {
        for (int i = 0; i < terms.size(); i++) {
            int compared = compare(left.values().get(i), right.values().get(i), terms.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Long.compare(UidOrder.of(left.uid()), UidOrder.of(right.uid()));
    }

    private static int compare(Object left, Object right, Term term) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        int ascending = term.key().isNumber()
                ? Long.compare((Long) left, (Long) right)
                : ((String) left).compareTo((String) right);
        return term.descending() ? -ascending : ascending;
    }
}
