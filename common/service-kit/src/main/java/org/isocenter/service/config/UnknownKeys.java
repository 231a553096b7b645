/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.spi.ConfigSource;

/** Finds keys of ours that there are not, wherever they are set. */
final class UnknownKeys {

    private static final String PREFIX = "isocenter.";
    private static final String VARIABLE_PREFIX = "ISOCENTER_";

    /** A profile before a key: {@code %prod.isocenter.site}, {@code _PROD_ISOCENTER_SITE}. */
    private static final Pattern PROFILE = Pattern.compile("^(%[^.]*\\.|_[A-Z0-9]+_(?=ISOCENTER_))");

    /** What the launcher reads itself. */
    private static final List<String> OF_THE_LAUNCHER =
            List.of("ISOCENTER_DATA", "ISOCENTER_JAVA_OPTS", "ISOCENTER_LOAD_JAVA_OPTS");

    /** What Kubernetes tells of services whose names begin like ours. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".*_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$");

    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    private final KnownKeys known;

    UnknownKeys(KnownKeys known) {
        this.known = known;
    }

    /** A line for each key that is not known: its name, where it is set, and what may be meant. */
    List<String> in(Iterable<ConfigSource> sources) {
        List<String> complaints = new ArrayList<>();
        for (ConfigSource source : sources) {
            for (String name : asWritten(source.getPropertyNames())) {
                complaint(name, source).ifPresent(complaints::add);
            }
        }
        return complaints;
    }

    /** Without the keys that the source itself makes of the variables of the environment, whose dots and dashes it guesses. */
    private static Set<String> asWritten(Set<String> names) {
        Set<String> variables = names.stream()
                .filter(name -> name.indexOf('.') < 0)
                .map(KnownKeys::variable)
                .collect(Collectors.toSet());
        return names.stream()
                .filter(name -> name.indexOf('.') < 0 || !variables.contains(KnownKeys.variable(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<String> complaint(String name, ConfigSource source) {
        String key = PROFILE.matcher(name).replaceFirst("");
        if (key.startsWith(PREFIX)) {
            return known.contains(key) ? Optional.empty() : Optional.of(said(name, source, nearest(key)));
        }
        String variable = key.toUpperCase(Locale.ROOT);
        if (!variable.startsWith(VARIABLE_PREFIX)
                || OF_THE_LAUNCHER.contains(variable)
                || isServiceLink(variable, source.getValue(name))) {
            return Optional.empty();
        }
        Optional<String> group = known.groupOf(variable, "_");
        if (group.isPresent()) {
            return Optional.of(said(
                    name,
                    source,
                    "letters of an AE title are lost so; the variable may be named as the key is written: "
                            + group.get().replace("*", "<AET>")));
        }
        return known.containsVariable(variable) ? Optional.empty() : Optional.of(said(name, source, nearest(variable)));
    }

    private static boolean isServiceLink(String variable, String value) {
        return SERVICE_LINK.matcher(variable).matches()
                || (value != null && SERVICE_ADDRESS.matcher(value).matches());
    }

    private String nearest(String name) {
        return known.nearest(name)
                .map(key -> "is " + key.replace("*", "<AET>") + " meant?")
                .orElse("docs/configuration.md lists the keys that there are");
    }

    private static String said(String name, ConfigSource source, String remedy) {
        return name + " (" + source.getName() + "): " + remedy;
    }
}
