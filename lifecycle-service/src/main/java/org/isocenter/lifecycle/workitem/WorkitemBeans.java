/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.isocenter.archive.event.WorkitemBus;
import org.isocenter.archive.event.kafka.KafkaSettings;
import org.isocenter.archive.event.kafka.KafkaWorkitemBus;
import org.isocenter.archive.metadata.cassandra.CassandraConnection;
import org.isocenter.archive.workitem.SubscriptionStore;
import org.isocenter.archive.workitem.WorkitemCommands;
import org.isocenter.archive.workitem.WorkitemExpiry;
import org.isocenter.archive.workitem.WorkitemMatching;
import org.isocenter.archive.workitem.WorkitemSearch;
import org.isocenter.archive.workitem.WorkitemStore;
import org.isocenter.archive.workitem.WorkitemSubscriptions;
import org.isocenter.archive.workitem.cassandra.CassandraSubscriptionStore;
import org.isocenter.archive.workitem.cassandra.CassandraWorkitemStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.service.config.KafkaConfig;
import org.isocenter.service.config.SiteConfig;
import org.isocenter.service.match.Criteria;
import org.isocenter.service.match.Criterion;
import org.isocenter.service.match.MatchOptions;

/** Puts the work items together. */
@ApplicationScoped
public class WorkitemBeans {

    private static final WorkitemMatching BASELINE = keys -> all(Criteria.of(keys, MatchOptions.BASELINE));

    /** Whether all keys match. */
    static Predicate<Attributes> all(List<Criterion> criteria) {
        return candidate -> criteria.stream().allMatch(each -> each.matches(candidate));
    }

    @Produces
    @Singleton
    WorkitemStore workitems(CassandraConnection connection) {
        return new CassandraWorkitemStore(connection);
    }

    @Produces
    @Singleton
    SubscriptionStore subscriptions(CassandraConnection connection) {
        return new CassandraSubscriptionStore(connection);
    }

    @Produces
    @ApplicationScoped
    WorkitemBus bus(KafkaConfig config) {
        return new KafkaWorkitemBus(new KafkaSettings(
                config.bootstrapServers(),
                config.topicPrefix(),
                config.partitions(),
                config.replicationFactor(),
                config.deliveryTimeout()));
    }

    void close(@Disposes WorkitemBus bus) {
        bus.close();
    }

    @Produces
    @Singleton
    WorkitemCommands commands(WorkitemStore store, SubscriptionStore subscriptions, WorkitemBus bus, SiteConfig site) {
        return new WorkitemCommands(store, subscriptions, BASELINE, bus, site.site(), Clock.systemUTC());
    }

    @Produces
    @Singleton
    WorkitemSearch search(WorkitemStore store, WorkitemsConfig config) {
        return new WorkitemSearch(store, BASELINE, config.maxLookedAt());
    }

    @Produces
    @Singleton
    WorkitemSubscriptions subscribing(
            WorkitemCommands commands,
            SubscriptionStore subscriptions,
            WorkitemSearch search,
            WorkitemBus bus,
            SiteConfig site) {
        return new WorkitemSubscriptions(
                commands, subscriptions, BASELINE, search, bus, site.site(), Clock.systemUTC());
    }

    @Produces
    @Singleton
    WorkitemExpiry expiry(WorkitemStore store, SubscriptionStore subscriptions, WorkitemsConfig config) {
        return new WorkitemExpiry(
                store, subscriptions, BASELINE, config.retention(), config.rememberDeleted(), Clock.systemUTC());
    }
}
