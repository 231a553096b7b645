/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes an engine's configuration from a template beside this class. */
final class ConfigurationFile {

    private ConfigurationFile() {}

    /** Fills {@code ${name}} places and returns the file. */
    static Path write(Path file, String template, Map<String, ?> values) {
        try (InputStream in = ConfigurationFile.class.getResourceAsStream(template)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, ?> each : values.entrySet()) {
                text = text.replace("${" + each.getKey() + "}", String.valueOf(each.getValue()));
            }
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new EngineException("the configuration " + file + " cannot be written", e);
        }
    }
}
