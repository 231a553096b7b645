/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.Config;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Refuses to start on a key that nobody reads: a mistyped one would leave its default in force without a word. */
@ApplicationScoped
public class ConfigurationCheck {

    private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE;

    void check(@Observes @Priority(FIRST) StartupEvent start, Config config) {
        List<String> unknown = new UnknownKeys(KnownKeys.load()).in(config.getConfigSources());
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("There "
                    + (unknown.size() == 1 ? "is no such configuration key: " : "are no such configuration keys: ")
                    + String.join("; ", unknown));
        }
    }
}
