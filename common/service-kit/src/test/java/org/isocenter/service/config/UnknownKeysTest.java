/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which names are complained of, and what is said to be meant. */
class UnknownKeysTest {

    private final UnknownKeys unknown = new UnknownKeys(KnownKeys.load());

    private List<String> inFile(String... names) {
        return unknown.in(List.of(new PropertiesConfigSource(values(names), "application.properties", 250)));
    }

    private List<String> inEnvironment(String... names) {
        return unknown.in(List.of(new EnvConfigSource(values(names), 300)));
    }

    private static Map<String, String> values(String... names) {
        return Arrays.stream(names).collect(Collectors.toMap(name -> name, name -> "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "isocenter.dicom.prot, isocenter.dicom.port",
        "isocenter.dicom.aets, isocenter.dicom.aet",
        "isocenter.Site, isocenter.site",
        "isocenter.objects.s3.accessKey, isocenter.objects.s3.access-key",
        "isocenter.ingest.conflictpolicy, isocenter.ingest.conflict-policy",
        "isocenter.dicom.caller.CT1, isocenter.dicom.callers.<AET>",
        "%prod.isocenter.sites, isocenter.site"
    })
    void file_mistypedKeyIsNamedWithItsNearest(String name, String meant) {
        assertThat(inFile(name))
                .singleElement()
                .asString()
                .startsWith(name + " (")
                .contains("application.properties")
                .endsWith("is " + meant + " meant?");
    }

    @ParameterizedTest
    @CsvSource({
        "ISOCENTER_DICOM_PROT, isocenter.dicom.port",
        "ISOCENTER_OBJECT_S3_ACCESS_KEY, isocenter.objects.s3.access-key",
        "isocenter_sit, isocenter.site"
    })
    void environment_mistypedVariableIsNamedWithItsNearest(String name, String meant) {
        assertThat(inEnvironment(name))
                .singleElement()
                .asString()
                .startsWith(name + " (")
                .endsWith(meant + " meant?");
    }

    @Test
    void key_unlikeAnyOther_leadsToThePage() {
        assertThat(inFile("isocenter.wholly.different.from.everything.there.is"))
                .singleElement()
                .asString()
                .endsWith("docs/configuration.md lists the keys that there are");
    }

    @Test
    void keys_severalAreAllNamed() {
        assertThat(inFile("isocenter.sit", "isocenter.dicom.prt", "isocenter.site"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isocenter.site",
                "isocenter.objects.s3.endpoint",
                "isocenter.dicom.aet[0]",
                "isocenter.cassandra.contact-points[12]",
                "isocenter.dicom.callers.CT1",
                "isocenter.dicom.callers.\"CT 1\"",
                "isocenter.move.destinations.WS1",
                "%test.isocenter.dicom.port",
                "isocenter.projector.threads",
                "isocenter.query.index-directory",
                "isocenter.engines.home",
                "quarkus.http.port",
                "isocenterx.site",
                "ISOCENTERX_SITE"
            })
    void file_keysThatThereAre(String name) {
        assertThat(inFile(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"isocenter.objects.s3", "isocenter.dicom.callers.", "isocenter.dicom.callers"})
    void file_groupsAreNoKeys(String name) {
        assertThat(inFile(name)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISOCENTER_SITE",
                "ISOCENTER_DICOM_PORT",
                "ISOCENTER_DICOM_AET_0_",
                "ISOCENTER_CASSANDRA_CONTACT_POINTS",
                "_PROD_ISOCENTER_SITE",
                "isocenter.move.destinations.WS1",
                "ISOCENTER_DATA",
                "ISOCENTER_JAVA_OPTS",
                "ISOCENTER_QUERY_SERVICE_HOST",
                "ISOCENTER_QUERY_SERVICE_PORT",
                "ISOCENTER_QUERY_SERVICE_PORT_HTTP",
                "ISOCENTER_QUERY_PORT_8080_TCP",
                "ISOCENTER_QUERY_PORT_8080_TCP_ADDR",
                "PATH",
                "MY_ISOCENTER_THING"
            })
    void environment_variablesThatThereAre(String name) {
        assertThat(inEnvironment(name)).isEmpty();
    }

    @Test
    void environment_addressThatKubernetesTells() {
        ConfigSource source = new EnvConfigSource(Map.of("ISOCENTER_QUERY_PORT", "tcp://10.96.0.7:8080"), 300);
        assertThat(unknown.in(List.of(source))).isEmpty();
        assertThat(inEnvironment("ISOCENTER_QUERY_PORT")).hasSize(1);
    }

    /** The letters of an AE title are not all told by the name of a variable. */
    @Test
    void environment_variableWithAnAeTitle() {
        assertThat(inEnvironment("ISOCENTER_MOVE_DESTINATIONS_WS1"))
                .singleElement()
                .asString()
                .contains("isocenter.move.destinations.<AET>");
    }
}
