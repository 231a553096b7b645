/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.isocenter.service.config.DicomConfig;
import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class CallerPolicyTest {

    private static CallerPolicy policy(String... keysAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put("isocenter.dicom." + keysAndValues[i], keysAndValues[i + 1]);
        }
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(DicomConfig.class)
                .withDefaultValues(values)
                .build();
        return new CallerPolicy(config.getConfigMapping(DicomConfig.class));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void isCalled_ownTitlesOnly() {
        CallerPolicy policy = policy("aet", "ISOCENTER,OTHER");
        assertThat(policy.isCalled("ISOCENTER")).isTrue();
        assertThat(policy.isCalled("OTHER")).isTrue();
        assertThat(policy.isCalled("NOBODY")).isFalse();
        assertThat(policy("check-called-aet", "false").isCalled("NOBODY")).isTrue();
    }

    @Test
    void mayCall_unknownFromLoopbackOnlyByDefault() {
        assertThat(policy().mayCall("CT1", address("127.0.0.1"))).isTrue();
        assertThat(policy().mayCall("CT1", address("::1"))).isTrue();
        assertThat(policy().mayCall("CT1", address("192.0.2.7"))).isFalse();
    }

    @Test
    void mayCall_unknownAsConfigured() {
        assertThat(policy("unknown-callers", "anyone").mayCall("CT1", address("192.0.2.7")))
                .isTrue();
        assertThat(policy("unknown-callers", "nobody").mayCall("CT1", address("127.0.0.1")))
                .isFalse();
    }

    @Test
    void mayCall_knownFromItsAddressesOnly() {
        CallerPolicy policy = policy("callers.CT1", "192.0.2.7 192.0.2.8", "callers.MR1", "*");
        assertThat(policy.mayCall("CT1", address("192.0.2.8"))).isTrue();
        assertThat(policy.mayCall("CT1", address("127.0.0.1"))).isFalse();
        assertThat(policy.mayCall("MR1", address("192.0.2.9"))).isTrue();
    }
}
