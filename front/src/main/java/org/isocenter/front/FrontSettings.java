/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.isocenter.front.replica.Replica;
import org.isocenter.front.replica.Service;

/**
 * How the front listens and where it passes requests to (docs/configuration.md).
 *
 * @param listen address to listen on
 * @param httpPort TCP port of HTTP
 * @param dicomPort TCP port of DICOM
 * @param aet AE title that the replicas answer to
 * @param maxAssociations associations at the same time
 * @param maxRequests HTTP requests at the same time
 * @param probeInterval from one question for a replica's health to the next
 * @param replicas where requests are passed to
 */
record FrontSettings(
        String listen,
        int httpPort,
        int dicomPort,
        String aet,
        int maxAssociations,
        int maxRequests,
        Duration probeInterval,
        List<Replica> replicas) {

    private static final String PREFIX = "isocenter.front.";
    private static final Pattern REPLICA = Pattern.compile("(?:([A-Za-z0-9-]+)=)?([^:=\\s]+):(\\d{1,5}):(\\d{1,5})");

    FrontSettings {
        replicas = List.copyOf(replicas);
    }

    /** Reads the settings; {@link IllegalArgumentException} names the key that is not right. */
    static FrontSettings of(UnaryOperator<String> lookup) {
        List<Replica> replicas = new ArrayList<>();
        for (Service each : Service.values()) {
            replicas.addAll(replicas(lookup, each));
        }
        return new FrontSettings(
                text(lookup, "listen", "127.0.0.1"),
                number(lookup, "http-port", 8080, 65535),
                number(lookup, "dicom-port", 11112, 65535),
                text(lookup, "aet", "ISOCENTER"),
                number(lookup, "max-associations", 512, 100_000),
                number(lookup, "max-requests", 1024, 100_000),
                Duration.ofMillis(number(lookup, "probe-interval-millis", 1000, 60_000)),
                replicas);
    }

    private static List<Replica> replicas(UnaryOperator<String> lookup, Service service) {
        String value = text(lookup, service.label(), "");
        List<Replica> replicas = new ArrayList<>();
        if (value.isEmpty() && !service.isEssential()) {
            return replicas;
        }
        for (String each : Arrays.stream(value.split(",")).map(String::strip).toList()) {
            Matcher matcher = REPLICA.matcher(each);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(PREFIX + service.label()
                        + ": [name=]host:http-port:dicom-port separated by commas is wanted, not '" + each + "'");
            }
            String name = matcher.group(1) == null ? service.label() + "-" + (replicas.size() + 1) : matcher.group(1);
            replicas.add(new Replica(
                    name,
                    service,
                    matcher.group(2),
                    Integer.parseInt(matcher.group(3)),
                    Integer.parseInt(matcher.group(4))));
        }
        return replicas;
    }

    private static String text(UnaryOperator<String> lookup, String key, String defaultValue) {
        String value = lookup.apply(PREFIX + key);
        return value == null || value.isBlank() ? defaultValue : value.strip();
    }

    private static int number(UnaryOperator<String> lookup, String key, int defaultValue, int most) {
        String value = text(lookup, key, String.valueOf(defaultValue));
        if (value.matches("\\d{1,6}") && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        throw new IllegalArgumentException(
                PREFIX + key + ": a number up to " + most + " is wanted, not '" + value + "'");
    }
}
