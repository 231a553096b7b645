/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.wiring;

import java.net.InetSocketAddress;
import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.kafka.KafkaEventBus;
import org.isocenter.archive.event.kafka.KafkaSettings;
import org.isocenter.archive.metadata.CommitmentStore;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.metadata.RejectionStore;
import org.isocenter.archive.metadata.cassandra.CassandraCommitmentStore;
import org.isocenter.archive.metadata.cassandra.CassandraConnection;
import org.isocenter.archive.metadata.cassandra.CassandraCorrectionStore;
import org.isocenter.archive.metadata.cassandra.CassandraMetadataStore;
import org.isocenter.archive.metadata.cassandra.CassandraRejectionStore;
import org.isocenter.archive.metadata.cassandra.CassandraSettings;
import org.isocenter.archive.object.FileObjectStore;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.archive.object.S3ObjectStore;
import org.isocenter.archive.object.S3Settings;
import org.isocenter.archive.rejection.Rejections;
import org.isocenter.service.config.CassandraConfig;
import org.isocenter.service.config.KafkaConfig;
import org.isocenter.service.config.ObjectsConfig;
import org.isocenter.service.config.SiteConfig;

import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.StartupEvent;

/**
 * Opens the ports when the service starts. An engine that is down then does not stop the service: the port answers that it is
 * unavailable until the engine is back.
 */
@ApplicationScoped
public class ArchivePorts {

    /** Begins to connect, so that the first request finds the engines; waits for none of them. */
    void open(@Observes StartupEvent start, MetadataStore metadata, ObjectStore objects, EventBus events) {
        ClientProxy.unwrap(metadata);
        ClientProxy.unwrap(objects);
        ClientProxy.unwrap(events);
    }

    /** One session for all ports to Cassandra; closed with the metadata. */
    @Produces
    @Singleton
    CassandraConnection cassandra(CassandraConfig config) {
        return new CassandraConnection(new CassandraSettings(
                config.contactPoints().stream().map(ArchivePorts::address).toList(),
                config.localDatacenter(),
                config.keyspace(),
                config.replicationFactor(),
                config.requestTimeout()));
    }

    void close(@Disposes CassandraConnection cassandra) {
        cassandra.close();
    }

    @Produces
    @ApplicationScoped
    MetadataStore metadata(CassandraConnection cassandra) {
        return new CassandraMetadataStore(cassandra);
    }

    @Produces
    @ApplicationScoped
    CorrectionStore corrections(CassandraConnection cassandra) {
        return new CassandraCorrectionStore(cassandra);
    }

    void close(@Disposes MetadataStore metadata) {
        metadata.close();
    }

    @Produces
    @ApplicationScoped
    CommitmentStore commitments(CassandraConnection cassandra) {
        return new CassandraCommitmentStore(cassandra);
    }

    @Produces
    @Singleton
    RejectionStore rejectionStore(CassandraConnection connection) {
        return new CassandraRejectionStore(connection);
    }

    @Produces
    @Singleton
    Rejections rejections(MetadataStore metadata, RejectionStore store, EventBus events, SiteConfig site) {
        return new Rejections(metadata, store, events, site.site());
    }

    @Produces
    @ApplicationScoped
    ObjectStore objects(ObjectsConfig config) {
        return switch (config.kind()) {
            case FILE -> new FileObjectStore(config.directory(), config.durability());
            case S3 ->
                new S3ObjectStore(
                        new S3Settings(
                                URI.create(config.s3().endpoint()),
                                config.s3().accessKey().orElse(""),
                                config.s3().secretKey().orElse(""),
                                config.s3().region()),
                        config.bucketPrefix() + "-hot",
                        config.spoolDirectory());
        };
    }

    void close(@Disposes ObjectStore objects) {
        objects.close();
    }

    @Produces
    @ApplicationScoped
    EventBus events(KafkaConfig config) {
        return new KafkaEventBus(new KafkaSettings(
                config.bootstrapServers(),
                config.topicPrefix(),
                config.partitions(),
                config.replicationFactor(),
                config.deliveryTimeout()));
    }

    void close(@Disposes EventBus events) {
        events.close();
    }

    private static InetSocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("isocenter.cassandra.contact-points: not host:port: " + hostAndPort);
        }
        return new InetSocketAddress(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
    }
}
