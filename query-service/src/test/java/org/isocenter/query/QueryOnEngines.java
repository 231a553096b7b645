/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import java.util.HashMap;
import java.util.Map;

import org.isocenter.testkit.service.EnginesProfile;

/** The query service on real engines; pages of one other origin may read it. */
public class QueryOnEngines extends EnginesProfile {

    /** The origin that is let in. */
    static final String VIEWER = "https://viewer.example.org";

    /** In a keyspace, topics and buckets of its own. */
    public QueryOnEngines() {
        super("query");
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new HashMap<>(super.getConfigOverrides());
        config.put("isocenter.http.cors.origins", VIEWER);
        return config;
    }
}
