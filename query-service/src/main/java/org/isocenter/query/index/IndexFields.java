/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.HexFormat;

/** Names of the index's fields. A change of their meaning wants another {@link #LAYOUT}. */
final class IndexFields {

    /** Version of the layout; an index of another one is built anew. */
    static final String LAYOUT = "6";

    /** The study of a document, study or series: documents of a study are replaced together. */
    static final String STUDY = "study";

    /** {@link #KIND_STUDY} or {@link #KIND_SERIES}. */
    static final String KIND = "kind";

    static final String KIND_STUDY = "study";
    static final String KIND_SERIES = "series";

    /** Study date and time as a number; the youngest study comes first. */
    static final String STUDY_ORDER = "order.study";

    /** The same in documents of series. */
    static final String SERIES_ORDER = "order.series";

    /** Series number. */
    static final String SERIES_NUMBER = "order.number";

    /** A number made of the UID of the document: the last resort of order. */
    static final String UID_ORDER = "order.uid";

    /** The patient of a study. */
    static final String PATIENT = "patient";

    /** Number of series of a study. */
    static final String SERIES_COUNT = "count.series";

    /** Number of instances of a study or series. */
    static final String INSTANCE_COUNT = "count.instances";

    /** Bytes of the objects of a study. */
    static final String SIZE = "size";

    /** All attributes. */
    static final String ATTRIBUTES = "attributes";

    /** The default answer of QIDO-RS, see {@link PreparedJson}. */
    static final String JSON = "json";

    private IndexFields() {}

    static String text(String path) {
        return path;
    }

    static String words(String path) {
        return path + ".words";
    }

    static String grams(String path) {
        return path + ".grams";
    }

    /** What is ordered by of an attribute. */
    static String sort(int tag) {
        return "sort." + HexFormat.of().toHexDigits(tag);
    }

    static String combined(String path) {
        return path + ".moment";
    }

    /** The kind of the document comes first: who searches studies has nothing to do with the names that series have. */
    static String path(String parent, int tag) {
        return parent + "." + HexFormat.of().toHexDigits(tag);
    }
}
