/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScenariosTest {

    private static final String MINIMAL = """
            name: minimal
            load:
              - clients: 2
                mix: {c-store: 1}
            """;

    static Stream<String> names() {
        return Scenarios.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void load_readyScenario_isValid(String name) {
        Scenario scenario = Scenarios.load(name);

        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.flows()).isNotEmpty();
        assertThat(scenario.thresholds()).isNotEmpty();
    }

    @Test
    void parse_minimal_hasTheDefaults() {
        Scenario scenario = Scenarios.parse(MINIMAL, Map.of());

        assertThat(scenario.duration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(scenario.retries().attempts()).isEqualTo(1);
        assertThat(scenario.timeouts().of(OperationKind.C_STORE)).isEqualTo(Duration.ofSeconds(30));
        assertThat(scenario.access().targets().get(0).dicomPort()).isEqualTo(11112);
        assertThat(scenario.flows().get(0).clients()).isEqualTo(2);
        assertThat(scenario.flows().get(0).arrivals()).isEmpty();
        assertThat(scenario.seed()).isEmpty();
    }

    @Test
    void parse_settings_replaceValues() {
        Scenario scenario =
                Scenarios.parse(MINIMAL, Map.of("duration", "7s", "load[0].clients", "9", "retries.attempts", "4"));

        assertThat(scenario.duration()).isEqualTo(Duration.ofSeconds(7));
        assertThat(scenario.flows().get(0).clients()).isEqualTo(9);
        assertThat(scenario.retries().attempts()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load[0].clents | 3 | load[0].clents: there is no such key; did you mean clients?",
                "load[0].mix | {c-stor: 1} | load[0].mix.c-stor: there is no such operation",
                "load[0].mix | {qido-by-colour: 1} | nothing is searched by that; write one of patient",
                "load[0].clients | many | load[0].clients: 'many' is no whole number",
                "load[0].rate | 5/d | load[0].rate: '5/d' is no rate; write such as 20/s",
                "load[0].mix | {c-move: 1} | receiver: c-move needs it",
                "duration | soon | duration: 'soon' is no duration",
                "warm-up | 2m | warm-up: must be shorter than the duration",
                "studies | [{kind: cat}] | studies[0].kind: 'cat' is none of the kinds",
                "studies | [{kind: ct, frames: 3}] | studies[0].frames: ct has one frame",
                "thresholds | {c-store.p42: 1s} | thresholds.c-store.p42: there is no such threshold",
                "thresholds | {c-store.p95: fast} | thresholds.c-store.p95: 'fast' is no duration",
                "targets | [{web: nowhere}] | targets[0].web: 'nowhere' is no URL with a host",
                "token | ${ISOCENTER_SURELY_NOT_SET} | environment variable ISOCENTER_SURELY_NOT_SET is not set",
            })
    void parse_wrongValue_namesKeyAndRemedy(String key, String value, String message) {
        assertThatThrownBy(() -> Scenarios.parse(MINIMAL, Map.of(key, value)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(message);
    }

    @Test
    void parse_noYaml_namesTheLine() {
        assertThatThrownBy(() -> Scenarios.parse("name: a\nload: [", Map.of()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("line ");
    }

    @Test
    void load_unknownName_listsTheReadyOnes() {
        assertThatThrownBy(() -> Scenarios.load("smok"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("smoke, modality-day");
    }
}
