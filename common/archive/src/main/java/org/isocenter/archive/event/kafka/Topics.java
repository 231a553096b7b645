/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are not there. */
final class Topics {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration INSTANCES_RETENTION = Duration.ofDays(7);
    private static final Duration DEAD_RETENTION = Duration.ofDays(30);
    private static final Duration WORKITEMS_RETENTION = Duration.ofDays(7);

    private final KafkaSettings settings;

    Topics(KafkaSettings settings) {
        this.settings = settings;
    }

    void make() throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = admin()) {
            // a lone broker flushes every event; these in the background, for they can be announced again
            // (docs/decisions/0006)
            make(admin, passing(settings.instancesTopic(), INSTANCES_RETENTION, Long.MAX_VALUE));
            make(admin, passing(settings.deadTopic(), DEAD_RETENTION, 1));
            make(
                    admin,
                    topic(settings.studiesTopic())
                            .configs(Map.of(
                                    TopicConfig.CLEANUP_POLICY_CONFIG,
                                    TopicConfig.CLEANUP_POLICY_COMPACT,
                                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                    String.valueOf(KafkaEventBus.MAX_RECORD))));
        }
    }

    /** That of work items, for who has to do with them; reports are best effort, so they are flushed in the background. */
    void makeWorkitems() throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = admin()) {
            make(admin, passing(settings.workitemsTopic(), WORKITEMS_RETENTION, Long.MAX_VALUE));
        }
    }

    private Admin admin() {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        return Admin.create(properties);
    }

    /** A topic of which each record goes after a time. */
    private NewTopic passing(String name, Duration retention, long flushInterval) {
        return topic(name)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(retention.toMillis()),
                        TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG,
                        String.valueOf(flushInterval)));
    }

    private NewTopic topic(String name) {
        return new NewTopic(name, settings.partitions(), (short) settings.replicationFactor());
    }

    private static void make(Admin admin, NewTopic topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            admin.createTopics(List.of(topic)).all().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
