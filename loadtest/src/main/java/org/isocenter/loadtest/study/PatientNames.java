/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Names in many scripts, more often in those that a network meets more often. Immutable. */
final class PatientNames {

    private static final PatientNames INSTANCE = new PatientNames();

    private final List<Script> scripts = new ArrayList<>();
    private int shares;

    /** Names that are written with the same character sets. */
    private record Script(int share, List<String> characterSet, List<String> families, List<String> givens) {}

    /**
     * A name.
     *
     * @param characterSet values of Specific Character Set, none for ASCII
     * @param text value of Patient's Name
     * @param family the first component of the first group
     */
    record Name(List<String> characterSet, String text, String family) {

        Name {
            characterSet = List.copyOf(characterSet);
        }
    }

    private PatientNames() {
        try (InputStream in = PatientNames.class.getResourceAsStream("names.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(line.split("\\|"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String[] fields) {
        String codes = fields[1].trim();
        Script script = new Script(
                Integer.parseInt(fields[0].trim()),
                codes.isEmpty() ? List.of() : List.of(codes.split("\\\\", -1)),
                List.of(fields[2].trim().split(",")),
                List.of(fields[3].trim().split(",")));
        scripts.add(script);
        shares += script.share();
    }

    /** The name that the random numbers choose. */
    static Name choose(Random random) {
        int ticket = random.nextInt(INSTANCE.shares);
        for (Script each : INSTANCE.scripts) {
            ticket -= each.share();
            if (ticket < 0) {
                return name(each, random);
            }
        }
        throw new IllegalStateException("the shares do not add up");
    }

    private static Name name(Script script, Random random) {
        String[] family = one(script.families(), random).split("=");
        String[] given = one(script.givens(), random).split("=");
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < Math.min(family.length, given.length); group++) {
            text.append(group == 0 ? "" : "=").append(family[group]).append('^').append(given[group]);
        }
        return new Name(script.characterSet(), text.toString(), family[0]);
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
