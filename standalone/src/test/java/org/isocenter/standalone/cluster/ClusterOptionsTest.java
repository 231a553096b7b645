/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.nio.file.Path;

import org.isocenter.engines.Durability;
import org.isocenter.standalone.StartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClusterOptionsTest {

    @Test
    void defaults() {
        ClusterOptions options = ClusterOptions.parse("--cluster");
        assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(options.httpPort()).isEqualTo(8080);
        assertThat(options.dicomPort()).isEqualTo(11112);
        assertThat(options.replicas()).isEqualTo(2);
        assertThat(options.durability()).isEqualTo(Durability.PROCESS);
        assertThat(options.faults()).isFalse();
    }

    @Test
    void everyOption_isRead() {
        ClusterOptions options = ClusterOptions.parse(
                "--data /srv/a --cluster --replicas 3 --http-port 81 --dicom-port 104 --durability power --faults"
                        .split(" "));
        assertThat(options).isEqualTo(new ClusterOptions(Path.of("/srv/a"), 81, 104, 3, Durability.POWER, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--replicas 0",
                "--replicas 10",
                "--replicas two",
                "--replicas",
                "--listen 0.0.0.0",
                "--insecure",
                "--s3 embedded",
                "--http-port 0",
                "--unknown"
            })
    void wrongOptions_areNamed(String commandLine) {
        String[] arguments = commandLine.split(" ", -1);
        assertThatThrownBy(() -> ClusterOptions.parse(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(arguments[0]);
    }
}
