/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.lang.reflect.Proxy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;

import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.metadata.CommitmentStore;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.object.ObjectStore;

/** Ports that always answer their health check and are good for nothing else. */
@ApplicationScoped
public class MemoryPorts {

    @Produces
    @ApplicationScoped
    @Alternative
    @Priority(1)
    MetadataStore metadata() {
        return port(MetadataStore.class);
    }

    @Produces
    @ApplicationScoped
    @Alternative
    @Priority(1)
    ObjectStore objects() {
        return port(ObjectStore.class);
    }

    @Produces
    @ApplicationScoped
    @Alternative
    @Priority(1)
    CommitmentStore commitments() {
        return port(CommitmentStore.class);
    }

    @Produces
    @ApplicationScoped
    @Alternative
    @Priority(1)
    EventBus events() {
        return port(EventBus.class);
    }

    private static <T> T port(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("check") || method.getName().equals("close")) {
                        return null;
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
