/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The conformance statement says what the code supports. {@code -Dconformance.write=true} writes its tables anew. */
class ConformanceTest {

    private static final String WRITE = "conformance.write";

    @Test
    void pages_areAsTheCodeIs() throws IOException {
        Map<String, String> tables = GeneratedTables.all();
        for (Path page : ConformancePages.pages()) {
            String text = ConformancePages.read(page);
            String rendered = ConformancePages.rendered(text, tables);
            if (Boolean.getBoolean(WRITE)) {
                Files.writeString(page, rendered);
            } else {
                assertThat(text)
                        .as("%s differs from the code: docs/conformance/README.md says how to write it anew", page)
                        .isEqualTo(rendered);
            }
        }
    }

    /** Guards the test above against tables that no page shows and against blocks that nothing fills. */
    @Test
    void tables_haveOnePlaceEach() throws IOException {
        List<String> blocks = ConformancePages.pages().stream()
                .flatMap(page -> ConformancePages.blocks(ConformancePages.read(page)).stream())
                .toList();
        assertThat(blocks)
                .containsExactlyInAnyOrderElementsOf(GeneratedTables.all().keySet());
    }
}
