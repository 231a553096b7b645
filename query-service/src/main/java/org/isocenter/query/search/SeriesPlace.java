/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.isocenter.archive.model.SeriesKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.query.index.Hit;
import org.isocenter.query.index.Order;
import org.isocenter.query.index.Place;

/**
 * A series on the way through instances, and where it stands among the series of the index if it was found there.
 *
 * @param key the series
 * @param order its values in the order of the index, or nulls
 */
record SeriesPlace(SeriesKey key, List<Object> order) {

    private static final int TERMS = Order.YOUNGEST_FIRST.terms().size();
    private static final List<Object> NOWHERE = Arrays.asList(new Object[TERMS]);

    /** Of a series that is named. */
    static SeriesPlace of(SeriesKey key) {
        return new SeriesPlace(key, NOWHERE);
    }

    /** Of a series that the index found. */
    static SeriesPlace of(Hit series) {
        Attributes attributes = series.attributes();
        SeriesKey key =
                new SeriesKey(attributes.getString(Tag.StudyInstanceUID), attributes.getString(Tag.SeriesInstanceUID));
        return new SeriesPlace(
                key,
                Order.YOUNGEST_FIRST.place(attributes, key.seriesInstanceUid()).values());
    }

    /** Of the series of an instance's place. */
    static SeriesPlace ofInstance(Place instance) {
        return new SeriesPlace(
                new SeriesKey((String) instance.values().get(TERMS), (String)
                        instance.values().get(TERMS + 1)),
                instance.values().subList(0, TERMS));
    }

    /** In the order of the index. */
    Place inIndex() {
        return new Place(order, key.seriesInstanceUid());
    }

    /** The place of an instance of it: that of the series, its UIDs, Instance Number and UID. */
    Place ofInstance(Attributes instance) {
        List<Object> values = new ArrayList<>(order);
        values.add(key.studyInstanceUid());
        values.add(key.seriesInstanceUid());
        values.add(number(instance));
        return new Place(values, instance.getString(Tag.SOPInstanceUID, ""));
    }

    /** Whether an instance of the same series comes after a place in it. */
    static boolean isAfter(Attributes instance, Place place) {
        int compared = Long.compare(number(instance), (Long) place.values().get(TERMS + 2));
        return compared > 0
                || compared == 0 && instance.getString(Tag.SOPInstanceUID, "").compareTo(place.uid()) > 0;
    }

    /** Whether a place, wherever it comes from, can be one of an instance on this way. */
    static boolean accepts(Place place) {
        List<Object> values = place.values();
        return values.size() == TERMS + 3
                && Order.YOUNGEST_FIRST.accepts(new Place(values.subList(0, TERMS), ""))
                && isUid(values.get(TERMS))
                && isUid(values.get(TERMS + 1))
                && values.get(TERMS + 2) instanceof Long;
    }

    private static boolean isUid(Object value) {
        return value instanceof String text && org.isocenter.service.http.DicomWeb.isUid(text);
    }

    private static long number(Attributes instance) {
        return instance.getInt(Tag.InstanceNumber, Integer.MAX_VALUE);
    }
}
