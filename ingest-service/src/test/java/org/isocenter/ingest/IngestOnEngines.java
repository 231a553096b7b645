/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.util.HashMap;
import java.util.Map;

import org.isocenter.testkit.service.EnginesProfile;

/** The ingest service on real engines in place of those in memory. */
public class IngestOnEngines extends EnginesProfile {

    /** In a keyspace, topics and buckets of its own. */
    public IngestOnEngines() {
        super("ingest");
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> keys = new HashMap<>(super.getConfigOverrides());
        keys.put("quarkus.arc.exclude-types", "org.isocenter.ingest.MemoryPorts,org.isocenter.ingest.MemorySink");
        return keys;
    }
}
