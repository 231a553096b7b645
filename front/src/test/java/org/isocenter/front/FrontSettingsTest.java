/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front;

import java.time.Duration;
import java.util.Map;

import org.isocenter.front.replica.Protocol;
import org.isocenter.front.replica.Replica;
import org.isocenter.front.replica.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FrontSettingsTest {

    private static final Map<String, String> LEAST = Map.of(
            "isocenter.front.ingest", "127.0.0.1:1:2",
            "isocenter.front.query", "127.0.0.1:3:4",
            "isocenter.front.retrieve", "127.0.0.1:5:6");

    @Test
    void defaults() {
        FrontSettings settings = FrontSettings.of(LEAST::get);
        assertThat(settings.listen()).isEqualTo("127.0.0.1");
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.dicomPort()).isEqualTo(11112);
        assertThat(settings.aet()).isEqualTo("ISOCENTER");
        assertThat(settings.maxAssociations()).isEqualTo(512);
        assertThat(settings.maxRequests()).isEqualTo(1024);
        assertThat(settings.probeInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.replicas()).extracting(Replica::name).containsExactly("ingest-1", "query-1", "retrieve-1");
    }

    @Test
    void lifecycle_mayBeNamed() {
        FrontSettings settings =
                FrontSettings.of(key -> key.equals("isocenter.front.lifecycle") ? "127.0.0.1:7:8" : LEAST.get(key));
        assertThat(settings.replicas()).extracting(Replica::name).contains("lifecycle-1");
    }

    @Test
    void replicas_haveNamesHostsAndPorts() {
        FrontSettings settings = FrontSettings.of(key -> key.equals("isocenter.front.query")
                ? "north=pacs1.example.org:8081:11113, pacs2.example.org:8082:11114"
                : LEAST.get(key));
        assertThat(settings.replicas())
                .filteredOn(each -> each.service() == Service.QUERY)
                .extracting(each -> each.name() + " " + each.host() + " " + each.port(Protocol.HTTP) + " "
                        + each.port(Protocol.DICOM))
                .containsExactly("north pacs1.example.org 8081 11113", "query-2 pacs2.example.org 8082 11114");
    }

    @ParameterizedTest
    @CsvSource({"ingest, 127.0.0.1:80", "retrieve, ''", "http-port, 70000", "max-requests, many"})
    void wrongValue_isRefusedWithItsKey(String key, String value) {
        assertThatThrownBy(() ->
                        FrontSettings.of(asked -> asked.equals("isocenter.front." + key) ? value : LEAST.get(asked)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("isocenter.front." + key);
    }
}
