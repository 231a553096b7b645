/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.isocenter.query.index.Hit;
import org.isocenter.query.index.Order;
import org.isocenter.query.index.Page;
import org.isocenter.query.index.Paging;
import org.isocenter.query.index.Place;

/** Puts hits that come in any order into the one that is wanted, and keeps no more of them than the page needs. */
final class Ranking {

    private final Order order;
    private final Paging paging;
    private final int uidTag;
    private final long wanted;
    private final Comparator<Ranked> byPlace;
    private final PriorityQueue<Ranked> kept;

    private record Ranked(Place place, Hit hit) {}

    /**
     * For one page.
     *
     * @param order the order, which may be another one than that of the paging
     * @param uidTag the UID of hits
     */
    Ranking(Order order, Paging paging, int uidTag) {
        this.order = order;
        this.paging = paging;
        this.uidTag = uidTag;
        this.wanted = (long) paging.offset() + paging.limit() + 1;
        this.byPlace = (left, right) -> order.compare(left.place(), right.place());
        this.kept = new PriorityQueue<>(byPlace.reversed());
    }

    void add(Hit hit) {
        Place place = order.place(hit.attributes(), hit.attributes().getString(uidTag, ""));
        if (paging.after() != null && order.compare(place, paging.after()) <= 0) {
            return;
        }
        kept.add(new Ranked(place, hit));
        if (kept.size() > wanted) {
            kept.poll();
        }
    }

    Found found() {
        List<Ranked> sorted = new ArrayList<>(kept);
        sorted.sort(byPlace);
        int from = Math.min(paging.offset(), sorted.size());
        int to = (int) Math.min((long) from + paging.limit(), sorted.size());
        boolean more = to < sorted.size();
        Page page = new Page(sorted.subList(from, to).stream().map(Ranked::hit).toList(), more);
        return new Found(page, more && to > from ? sorted.get(to - 1).place() : null);
    }
}
