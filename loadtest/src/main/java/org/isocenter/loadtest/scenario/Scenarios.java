/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Finds scenarios: those that come with the program by their name, others by their file. */
public final class Scenarios {

    private static final List<String> READY = List.of(
            "smoke",
            "modality-day",
            "reading-room",
            "migration",
            "mixed",
            "big-study",
            "priors",
            "found",
            "million",
            "faults",
            "flood");
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]+)]");

    private Scenarios() {}

    /** Names of those that come with the program. */
    public static List<String> names() {
        return READY;
    }

    /** The file of a ready one. */
    public static String text(String name) {
        try (InputStream in = Scenarios.class.getResourceAsStream(name + ".yaml")) {
            if (!READY.contains(name) || in == null) {
                throw new ScenarioException("there is no scenario " + name + "; there are " + String.join(", ", READY)
                        + ", or name a file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ScenarioException(name + " cannot be read: " + e.getMessage());
        }
    }

    /** Reads a scenario by its name or file. */
    public static Scenario load(String nameOrFile) {
        return load(nameOrFile, Map.of());
    }

    /**
     * Reads a scenario.
     *
     * @param nameOrFile a ready one or a file
     * @param settings values by their keys, such as load[0].rate, that replace those of the file
     * @throws ScenarioException when it cannot be used
     */
    public static Scenario load(String nameOrFile, Map<String, String> settings) {
        if (READY.contains(nameOrFile)) {
            return parse(text(nameOrFile), settings);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new ScenarioException("there is neither a file nor a ready scenario " + nameOrFile
                    + "; the ready ones are " + String.join(", ", READY));
        }
        try {
            return parse(Files.readString(file), settings);
        } catch (IOException e) {
            throw new ScenarioException(nameOrFile + " cannot be read: " + e.getMessage());
        }
    }

    /** Reads a scenario out of YAML. */
    public static Scenario parse(String yaml, Map<String, String> settings) {
        try {
            JsonNode root = YAML.readTree(yaml);
            for (Map.Entry<String, String> each : settings.entrySet()) {
                set(root, each.getKey(), YAML.readTree(each.getValue()));
            }
            return new ScenarioReader(new Section("", root)).read();
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw new ScenarioException("this is not YAML: " + where + e.getOriginalMessage());
        }
    }

    private static void set(JsonNode root, String key, JsonNode value) {
        Matcher steps = STEP.matcher(key);
        JsonNode node = root;
        String pendingName = null;
        int pendingIndex = -1;
        while (steps.find()) {
            node = pendingName == null && pendingIndex < 0 ? node : child(node, pendingName, pendingIndex, key);
            pendingName = steps.group(1);
            pendingIndex = steps.group(2) == null ? -1 : Integer.parseInt(steps.group(2));
        }
        if (pendingName != null && node instanceof ObjectNode object) {
            object.set(pendingName, value);
        } else if (pendingIndex >= 0 && node instanceof ArrayNode array && pendingIndex < array.size()) {
            array.set(pendingIndex, value);
        } else {
            throw new ScenarioException("--set " + key + ": the scenario has no such key to be set");
        }
    }

    private static JsonNode child(JsonNode node, String name, int index, String key) {
        if (name != null && node instanceof ObjectNode object) {
            return object.has(name) ? object.get(name) : object.putObject(name);
        }
        if (index >= 0 && node instanceof ArrayNode array && index < array.size()) {
            return array.get(index);
        }
        throw new ScenarioException("--set " + key + ": the scenario has no such key to be set");
    }
}
