/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** The page docs/openapi.yaml and what the service says of itself name the same parameters of searches. */
@QuarkusTest
@TestProfile(QueryOnEngines.class)
class OpenApiTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dicom-web/studies",
                "/dicom-web/series",
                "/dicom-web/instances",
                "/dicom-web/studies/{study}/series",
                "/dicom-web/studies/{study}/instances",
                "/dicom-web/studies/{study}/series/{series}/instances",
                "/dicom-web/studies/count",
                "/dicom-web/studies/size",
                "/dicom-web/series/count",
                "/dicom-web/instances/count",
                "/dicom-web/studies/{study}/series/count",
                "/dicom-web/studies/{study}/instances/count",
                "/dicom-web/studies/{study}/series/{series}/instances/count"
            })
    void search_parametersAreThoseOfThePage(String path) throws Exception {
        Map<String, String> described = parameters(page(), path);
        assertThat(described).containsKeys("query match", "query fuzzymatching", "query multiplevaluematching");
        assertThat(parameters(service(), path)).isEqualTo(described);
    }

    /** Guards the comparison above against a path that either of them leaves out. */
    @Test
    void search_pathsAreThoseOfThePage() throws Exception {
        assertThat(searched(service())).isEqualTo(searched(page())).hasSize(13);
    }

    private static Map<String, String> searched(JsonNode openApi) {
        Map<String, String> paths = new TreeMap<>();
        openApi.path("paths").fields().forEachRemaining(path -> {
            JsonNode tag = path.getValue().at("/get/tags/0");
            if (tag.asText().equals("QIDO-RS")) {
                paths.put(path.getKey(), tag.asText());
            }
        });
        return paths;
    }

    /** Place and name with the type and the default. */
    private static Map<String, String> parameters(JsonNode openApi, String path) {
        Map<String, String> parameters = new TreeMap<>();
        JsonNode item = openApi.path("paths").path(path);
        for (JsonNode list :
                new JsonNode[] {item.path("parameters"), item.path("get").path("parameters")}) {
            list.forEach(each -> {
                JsonNode parameter =
                        each.has("$ref") ? openApi.at(each.path("$ref").asText().substring(1)) : each;
                JsonNode schema = parameter.path("schema");
                parameters.put(
                        parameter.path("in").asText() + " "
                                + parameter.path("name").asText(),
                        schema.path("type").asText() + " "
                                + schema.path("default").asText());
            });
        }
        return parameters;
    }

    private static JsonNode page() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/openapi.yaml"))) {
            root = root.getParent();
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10_000); // many paths have the same parameters
        Object yaml = new Yaml(options).load(Files.readString(root.resolve("docs/openapi.yaml")));
        return new ObjectMapper().valueToTree(yaml);
    }

    private JsonNode service() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/openapi?format=json"))
                .build();
        // this client asks to upgrade to HTTP/2 unless it is told otherwise
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        return new ObjectMapper().readTree(answer.body());
    }
}
