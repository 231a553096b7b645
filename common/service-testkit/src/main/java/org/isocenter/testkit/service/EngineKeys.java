/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit.service;

import java.util.HashMap;
import java.util.Map;

import org.isocenter.engines.EngineAddresses;
import org.isocenter.engines.SharedEngines;

/** The configuration of a service on the shared engines, in a keyspace, topics and buckets that no other test uses. */
public final class EngineKeys {

    private EngineKeys() {}

    /**
     * Keys and values; may be changed.
     *
     * @param name what the keyspace, the topics and the buckets begin with: lower-case letters
     */
    public static Map<String, String> of(String name) {
        EngineAddresses engines = SharedEngines.get();
        String mark = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        Map<String, String> keys = new HashMap<>();
        keys.put("isocenter.cassandra.contact-points", engines.cassandra());
        keys.put("isocenter.cassandra.keyspace", name + "_" + mark);
        keys.put("isocenter.kafka.bootstrap-servers", engines.kafka());
        keys.put("isocenter.kafka.topic-prefix", name + "-" + mark);
        keys.put("isocenter.kafka.partitions", "2");
        keys.put("isocenter.objects.kind", "s3");
        keys.put("isocenter.objects.bucket-prefix", name + "-" + mark);
        keys.put("isocenter.objects.s3.endpoint", engines.s3());
        keys.put("isocenter.objects.s3.access-key", engines.s3AccessKey());
        keys.put("isocenter.objects.s3.secret-key", engines.s3SecretKey());
        keys.put("isocenter.objects.spool-directory", System.getProperty("java.io.tmpdir") + "/spool-" + mark);
        keys.put("isocenter.query.index-directory", System.getProperty("java.io.tmpdir") + "/index-" + mark);
        return keys;
    }
}
