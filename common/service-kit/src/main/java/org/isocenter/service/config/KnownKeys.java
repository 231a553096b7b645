/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.isocenter.service.text.EditDistance;

/**
 * The keys that there are, of all services: one configuration serves them all, so each must know the others' keys to tell a
 * mistyped one. Immutable.
 */
final class KnownKeys {

    private static final String RESOURCE = "keys.txt";
    private static final String ANY = "*";

    private final Set<String> keys;

    private KnownKeys(Set<String> keys) {
        this.keys = keys;
    }

    static KnownKeys load() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(KnownKeys.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            return new KnownKeys(
                    lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys, those that hold an AE title with an asterisk in its place. */
    Set<String> all() {
        return keys;
    }

    /** Whether there is a key of this name, an element of a list's included. */
    boolean contains(String key) {
        return keys.contains(key.replaceFirst("\\[[0-9]+]$", ""))
                || groupOf(key, ".").isPresent();
    }

    /** Whether a variable of the environment can be meant for a key. */
    boolean containsVariable(String variable) {
        String name = variable.replaceFirst("_[0-9]+_$", "");
        return keys.stream().anyMatch(key -> variable(key).equals(name));
    }

    /** The key with an AE title that a name begins with as far as the title, whichever sign separates its words. */
    Optional<String> groupOf(String name, String separator) {
        return keys.stream()
                .filter(key -> key.endsWith(ANY))
                .filter(key -> {
                    String beginning = key.substring(0, key.length() - ANY.length());
                    String spelled = separator.equals(".") ? beginning : variable(beginning);
                    return name.startsWith(spelled) && name.length() > spelled.length();
                })
                .findFirst();
    }

    /** The key that is spelled most alike, if one is alike at all. */
    Optional<String> nearest(String name) {
        String spelled = variable(name);
        List<String> byDistance = keys.stream()
                .sorted(java.util.Comparator.comparingInt((String key) -> EditDistance.between(variable(key), spelled))
                        .thenComparing(key -> key))
                .toList();
        String first = byDistance.get(0);
        int bound = Math.max(2, (spelled.length() - "ISOCENTER_".length()) / 2);
        return EditDistance.between(variable(first), spelled) <= bound ? Optional.of(first) : Optional.empty();
    }

    /** The name of the environment's variable that sets a key. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
