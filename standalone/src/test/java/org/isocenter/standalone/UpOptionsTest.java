/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import org.isocenter.engines.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The command line and what the services are told of it. */
class UpOptionsTest {

    @Test
    void nothingGiven_isLoopbackFilesAndSafeAgainstLossOfPower() {
        UpOptions options = UpOptions.parse();
        assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(options.open()).isFalse();
        assertThat(options.durability()).isEqualTo(Durability.POWER);
        Map<String, String> settings = Settings.of(options);
        assertThat(settings)
                .containsEntry("quarkus.http.host", "127.0.0.1")
                .containsEntry("quarkus.http.port", "8080")
                .containsEntry("isocenter.dicom.listen", "127.0.0.1")
                .containsEntry("isocenter.dicom.port", "11112")
                .containsEntry("isocenter.objects.kind", "file")
                .containsEntry("isocenter.objects.durability", "power")
                .doesNotContainKey("isocenter.dicom.unknown-callers");
    }

    @Test
    void addressOfOthers_wantsInsecure() {
        assertThatThrownBy(() -> UpOptions.parse("--listen", "0.0.0.0"))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("--insecure");
        UpOptions options = UpOptions.parse("--listen", "0.0.0.0", "--insecure");
        assertThat(options.ownHost()).isEqualTo("127.0.0.1");
        assertThat(Settings.of(options))
                .containsEntry("quarkus.http.host", "0.0.0.0")
                .containsEntry("isocenter.dicom.listen", "0.0.0.0")
                .containsEntry("isocenter.dicom.unknown-callers", "anyone");
    }

    @Test
    void s3_isEmbeddedOrElsewhere() {
        assertThat(UpOptions.parse("--s3", "embedded").objects()).isEqualTo(UpOptions.Objects.EMBEDDED_S3);
        UpOptions elsewhere = UpOptions.parse("--s3", "https://minio.example.org:9000");
        assertThat(elsewhere.objects()).isEqualTo(UpOptions.Objects.S3);
        assertThat(elsewhere.s3()).contains(URI.create("https://minio.example.org:9000"));
        assertThat(Settings.of(elsewhere))
                .containsEntry("isocenter.objects.kind", "s3")
                .containsEntry("isocenter.objects.s3.endpoint", "https://minio.example.org:9000");
    }

    @Test
    void durability_reachesTheObjects() {
        assertThat(Settings.of(UpOptions.parse("--durability", "process")))
                .containsEntry("isocenter.objects.durability", "process");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--http-port",
                "--http-port 0",
                "--http-port 65536",
                "--dicom-port eleven",
                "--s3 somewhere",
                "--durability eternal",
                "--data --insecure",
                "--unknown x"
            })
    void wrongOptions_areNamed(String commandLine) {
        String[] arguments = commandLine.split(" ", -1);
        assertThatThrownBy(() -> UpOptions.parse(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(arguments[0]);
    }
}
