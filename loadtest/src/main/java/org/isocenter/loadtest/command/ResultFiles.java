/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import org.isocenter.loadtest.run.RunResult;
import org.isocenter.loadtest.scenario.ScenarioException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Results as JSON files. */
public final class ResultFiles {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private ResultFiles() {}

    /** Where the results of a run go when nothing else is said: a new folder for each second. */
    static Path folder(String label) {
        String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        return Path.of("load-results", label.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + time);
    }

    /** Writes a result. */
    public static void write(Path file, Object result) throws IOException {
        Files.writeString(file, MAPPER.writeValueAsString(result) + "\n");
    }

    /** Reads the result of a run. */
    public static RunResult readRun(Path file) throws IOException {
        return read(file, RunResult.class);
    }

    /** Reads a result of another kind. */
    public static <T> T read(Path file, Class<T> kind) throws IOException {
        try {
            return MAPPER.readValue(Files.readString(file), kind);
        } catch (JsonProcessingException e) {
            throw new ScenarioException(file + " is no result of this program: " + e.getOriginalMessage());
        }
    }
}
