/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.util.HashMap;
import java.util.Map;

/** Engines behind ports on which nobody listens until the test does. */
public class OutageProfile extends IngestOnEngines {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> keys = new HashMap<>(super.getConfigOverrides());
        keys.put("isocenter.cassandra.contact-points", "127.0.0.1:" + TcpProxy.freePort());
        keys.put("isocenter.kafka.bootstrap-servers", "127.0.0.1:" + TcpProxy.freePort());
        keys.put("isocenter.objects.s3.endpoint", "http://127.0.0.1:" + TcpProxy.freePort());
        return keys;
    }
}
