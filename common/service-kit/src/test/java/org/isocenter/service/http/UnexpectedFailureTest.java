/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnexpectedFailureTest {

    @Test
    void describe_withoutMessages() {
        String text =
                UnexpectedFailure.describe(new IllegalStateException("Doe^Jane", new IllegalArgumentException("4711")));
        assertThat(text)
                .contains("java.lang.IllegalStateException", "caused by java.lang.IllegalArgumentException")
                .contains("UnexpectedFailureTest.describe_withoutMessages")
                .doesNotContain("Doe", "4711");
    }
}
