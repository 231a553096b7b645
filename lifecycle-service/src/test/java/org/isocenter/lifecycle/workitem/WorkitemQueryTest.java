/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.isocenter.service.match.InvalidQueryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkitemQueryTest {

    private static final Set<String> FLAGS = Set.of("fuzzymatching", "emptyvaluematching", "multiplevaluematching");

    /** docs/openapi.yaml once promised the parameters of other searches too. */
    @Test
    void parameters_ofThePageAreTaken() throws Exception {
        List<String> described = described();
        assertThat(described).hasSize(9).contains("match", "limit").containsAll(FLAGS);
        for (String each : described) {
            if (!each.equals("match")) {
                assertThatCode(() -> WorkitemQuery.of(List.of(Map.entry(each, valueOf(each)))))
                        .as(each)
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderby", "after", "nosuchattribute"})
    void parameters_thatTheSearchDoesNotHave_areRefused(String name) {
        assertThatThrownBy(() -> WorkitemQuery.of(List.of(Map.entry(name, "StudyDate"))))
                .isInstanceOf(InvalidQueryException.class);
    }

    private static String valueOf(String name) {
        if (FLAGS.contains(name)) {
            return "true";
        }
        return name.equals("limit") || name.equals("offset") ? "1" : "all";
    }

    private static List<String> described() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/openapi.yaml"))) {
            root = root.getParent();
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10_000); // many paths have the same parameters
        Object yaml = new Yaml(options).load(Files.readString(root.resolve("docs/openapi.yaml")));
        JsonNode page = new ObjectMapper().valueToTree(yaml);
        return page
                .path("paths")
                .path("/dicom-web/workitems")
                .path("get")
                .path("parameters")
                .findValuesAsText("$ref")
                .stream()
                .map(reference -> page.at(reference.substring(1)).path("name").asText())
                .toList();
    }
}
