/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntityTagTest {

    private static EntityTag of(String... things) {
        EntityTag.Builder tag = EntityTag.of("kind");
        for (String each : things) {
            tag.with(each);
        }
        return tag.build();
    }

    @Test
    void build_neighboursDoNotRunTogether() {
        assertThat(of("ab", "c")).isEqualTo(of("ab", "c")).isNotEqualTo(of("a", "bc"));
    }

    @Test
    void isIn_weakAndAny() {
        EntityTag tag = of("a");

        assertThat(tag.isIn("\"x\", W/" + tag.header())).isTrue();
        assertThat(tag.isIn("*")).isTrue();
        assertThat(tag.isIn("\"x\"")).isFalse();
        assertThat(tag.isIn(null)).isFalse();
    }

    @Test
    void isStronglyIn_weakTagsDoNotCount() {
        EntityTag tag = of("a");

        assertThat(tag.isStronglyIn("W/" + tag.header())).isFalse();
        assertThat(tag.isStronglyIn("\"x\", " + tag.header())).isTrue();
    }

    @Test
    void boundary_isOneOfRfc2046() {
        assertThat(of("a").boundary()).matches("isocenter-[0-9a-f]{36}");
    }
}
