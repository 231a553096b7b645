/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.isocenter.service.config.ConfigurationCheck;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.smallrye.config.ConfigMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of keys that every service knows is that of the mappings of all services. */
class KnownKeysTest {

    private static final Set<String> OF_THE_LAUNCHER = Set.of("isocenter.engines.home", "isocenter.engines.java");

    /** The front is no service: it reads its keys itself. */
    private static final String OF_THE_FRONT = "isocenter.front.";

    @Test
    void list_isThatOfAllMappings() throws IOException {
        Set<String> keys = new TreeSet<>(OF_THE_LAUNCHER);
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.isocenter")) {
            if (each.isAnnotatedWith(ConfigMapping.class)) {
                collect(
                        each.reflect(),
                        each.getAnnotationOfType(ConfigMapping.class).prefix(),
                        keys);
            }
        }
        assertThat(keys).hasSizeGreaterThan(45);
        assertThat(listed()).isEqualTo(keys);
    }

    private static Set<String> listed() throws IOException {
        try (InputStream in = ConfigurationCheck.class.getResourceAsStream("keys.txt")) {
            Set<String> keys = new TreeSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith(OF_THE_FRONT))
                    .forEach(keys::add);
            return keys;
        }
    }

    private static void collect(Class<?> type, String prefix, Set<String> keys) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.isDefault() || Modifier.isStatic(method.getModifiers()) || method.isSynthetic()) {
                continue;
            }
            String key = prefix + "."
                    + method.getName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
            if (method.getReturnType().getEnclosingClass() == type
                    && method.getReturnType().isInterface()) {
                collect(method.getReturnType(), key, keys);
            } else {
                keys.add(Map.class == method.getReturnType() ? key + ".*" : key);
            }
        }
    }
}
