/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Environment variables in values: {@code ${NAME}} or {@code ${NAME:otherwise}}. */
final class Variables {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(:([^}]*))?}");

    private Variables() {}

    static String expand(String key, String text) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            String value = System.getenv(match.group(1));
            if (value == null && match.group(2) == null) {
                throw new ScenarioException(key + ": the environment variable " + match.group(1)
                        + " is not set; set it, or write ${" + match.group(1) + ":otherwise}");
            }
            return Matcher.quoteReplacement(value == null ? match.group(3) : value);
        });
    }
}
