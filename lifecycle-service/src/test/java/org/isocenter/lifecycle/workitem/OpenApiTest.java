/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.lifecycle.LifecycleOnEngines;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** The page docs/openapi.yaml and what the service says of itself name the same requests of work items. */
@QuarkusTest
@TestProfile(LifecycleOnEngines.class)
class OpenApiTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void requests_areThoseOfThePage() throws Exception {
        Set<String> described = requests(page());
        // a route of its own, of which the framework knows nothing
        assertThat(described.remove("get /dicom-web/subscribers/{aetitle}")).isTrue();
        assertThat(requests(service())).isEqualTo(described).hasSize(9);
    }

    private static Set<String> requests(JsonNode openApi) {
        Set<String> requests = new TreeSet<>();
        openApi.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (operation.getValue().at("/tags/0").asText().equals(WorkitemResource.TAG)) {
                        requests.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        return requests;
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
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body());
    }
}
