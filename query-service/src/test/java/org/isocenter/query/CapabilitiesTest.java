/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.testkit.service.EnginesProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** What a service answers to OPTIONS (PS3.18 8.9). */
@QuarkusTest
@TestProfile(QueryOnEngines.class)
class CapabilitiesTest {

    private static final String WADL = "application/vnd.sun.wadl+xml";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private QidoClient client;

    @BeforeEach
    void start() {
        EnginesProfile.awaitReady(port);
        client = new QidoClient(port);
    }

    private static Element xml(HttpResponse<byte[]> response) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body()))
                .getDocumentElement();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dicom-web", "/dicom-web/"})
    void options_ofTheBase_describesTheWholeArchive(String path) throws Exception {
        HttpResponse<byte[]> response = client.send("OPTIONS", path, "Accept", WADL);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(WADL);
        Element application = xml(response);
        assertThat(application.getLocalName()).isEqualTo("application");
        assertThat(application.getNamespaceURI()).isEqualTo("http://wadl.dev.java.net/2009/02");
        Element resources =
                (Element) application.getElementsByTagName("resources").item(0);
        assertThat(resources.getAttribute("base")).isEqualTo(client.root());
        String text = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text)
                .contains("id=\"storeInstances\"", "id=\"searchStudies\"", "id=\"retrieveRenderedInstance\"")
                .contains("name=\"fuzzymatching\" style=\"query\" type=\"xs:boolean\" default=\"false\"");
    }

    @Test
    void options_asJson_isTheSame() {
        HttpResponse<byte[]> response = client.send("OPTIONS", "/dicom-web", "Accept", "application/json");
        JsonNode resources = client.json(response).at("/application/resources");
        assertThat(resources.path("base").asText()).isEqualTo(client.root());
        assertThat(resources.at("/resource/0/path").asText()).isEqualTo("studies");
        assertThat(resources.at("/resource/0/method/0/id").asText()).isEqualTo("searchStudies");
        assertThat(resources
                        .at("/resource/0/method/1/request/representation/0/mediaType")
                        .asText())
                .isEqualTo("multipart/related");
    }

    @ParameterizedTest
    @CsvSource({
        "/dicom-web/studies, 'GET, HEAD, POST, OPTIONS', studies",
        "/dicom-web/studies/1.2.3, 'POST, GET, HEAD, OPTIONS', studies/{study}",
        "/dicom-web/studies/count, 'GET, HEAD, OPTIONS', studies/count",
        "/dicom-web/studies/1.2/series/3/instances/4/frames/1/rendered, 'GET, HEAD, OPTIONS',"
                + " studies/{study}/series/{series}/instances/{instance}/frames/{frames}/rendered",
        "/dicom-web/studies/1.2/series/3/instances/4/bulkdata/00091001/0/00091002, 'GET, HEAD, OPTIONS',"
                + " studies/{study}/series/{series}/instances/{instance}/bulkdata/{path}",
    })
    void options_ofAResource_describesItAndWhatIsBelow(String path, String allowed, String described) {
        HttpResponse<byte[]> response = client.send("OPTIONS", path, "Accept", "application/json");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Allow").orElse("").split(", "))
                .contains(allowed.split(", "));
        JsonNode resources = client.json(response).at("/application/resources/resource");
        assertThat(resources).hasSize(1);
        assertThat(resources.at("/0/path").asText()).isEqualTo(described);
        assertThat(resources.at("/0/method")).isNotEmpty();
    }

    @Test
    void options_withoutAccept_isWadl() {
        assertThat(client.send("OPTIONS", "/dicom-web/studies").headers().firstValue("Content-Type"))
                .contains(WADL);
        HttpResponse<byte[]> refused = client.send("OPTIONS", "/dicom-web/studies", "Accept", "image/png");
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(refused.headers().firstValue("Allow")).isPresent();
    }

    @Test
    void options_ofNothing_isNotFound() {
        assertThat(client.send("OPTIONS", "/dicom-web/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void options_ofPagesOfAnotherOrigin() {
        HttpResponse<byte[]> preflight = client.send(
                "OPTIONS",
                "/dicom-web/studies",
                "Origin",
                QueryOnEngines.VIEWER,
                "Access-Control-Request-Method",
                "GET");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElse(""))
                .contains("GET");
        HttpResponse<byte[]> asked = client.send("OPTIONS", "/dicom-web/studies", "Origin", QueryOnEngines.VIEWER);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains(QueryOnEngines.VIEWER);
        HttpResponse<byte[]> stranger = client.send(
                "OPTIONS",
                "/dicom-web/studies",
                "Origin",
                "https://other.example.org",
                "Access-Control-Request-Method",
                "GET");
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
}
