/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import org.isocenter.testkit.service.EnginesProfile;

/** The query service on real engines. */
public class QueryOnEngines extends EnginesProfile {

    /** In a keyspace, topics and buckets of its own. */
    public QueryOnEngines() {
        super("query");
    }
}
