/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import static org.assertj.core.api.Assertions.assertThat;

/** Every key is in docs/configuration.md with its default. */
class ConfigurationPageTest {

    private static final List<Class<?>> MAPPINGS = List.of(
            SiteConfig.class,
            HttpConfig.class,
            DicomConfig.class,
            RelayConfig.class,
            IngestConfig.class,
            ObjectsConfig.class,
            CassandraConfig.class,
            KafkaConfig.class);

    @Test
    void page_namesEveryKeyWithItsDefault() throws IOException {
        String page = Files.readString(page());
        Map<String, String> keys = keys();
        assertThat(keys).hasSizeGreaterThan(25);
        assertThat(keys).allSatisfy((key, defaultValue) -> assertThat(page)
                .contains("| `" + key + "` | " + (defaultValue.isEmpty() ? "" : "`" + defaultValue + "` |")));
    }

    /** Said by the launcher, to nobody else. */
    private static final List<String> OF_THE_LAUNCHER = List.of("isocenter.engines.home", "isocenter.engines.java");

    @Test
    void page_namesTheKeysOfAllServicesAndNoOther() throws IOException {
        List<String> named = Files.readAllLines(page()).stream()
                .filter(line -> line.startsWith("| `isocenter."))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .map(key -> key.replace("<AET>", "*"))
                .toList();
        List<String> known = KnownKeys.load().all().stream()
                .filter(key -> !OF_THE_LAUNCHER.contains(key))
                .toList();
        assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void keys_ofTheMappingsAreKnown() {
        assertThat(keys().keySet())
                .allSatisfy(key -> assertThat(KnownKeys.load().all()).contains(key.replace("<AET>", "*")));
    }

    private static Path page() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/configuration.md"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/configuration.md");
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new TreeMap<>();
        MAPPINGS.forEach(mapping ->
                collect(mapping, mapping.getAnnotation(ConfigMapping.class).prefix(), keys));
        return keys;
    }

    private static void collect(Class<?> type, String prefix, Map<String, String> keys) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.isDefault() || Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            String key = prefix + "."
                    + method.getName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
            Class<?> result = method.getReturnType();
            if (result.isInterface() && result.getEnclosingClass() == type) {
                collect(result, key, keys);
            } else {
                WithDefault defaultValue = method.getAnnotation(WithDefault.class);
                keys.put(key + (Map.class == result ? ".<AET>" : ""), defaultValue == null ? "" : defaultValue.value());
            }
        }
    }
}
