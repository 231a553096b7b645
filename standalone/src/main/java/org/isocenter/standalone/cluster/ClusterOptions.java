/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import org.isocenter.engines.Durability;
import org.isocenter.standalone.Endpoint;
import org.isocenter.standalone.StartException;
import org.isocenter.standalone.UpOptions;

/**
 * The options of {@code isocenter up --cluster}. It listens on this machine only: behind the front every caller looks as if it
 * came from here.
 *
 * @param data folder of everything that is kept
 * @param httpPort TCP port of the front's HTTP
 * @param dicomPort TCP port of the front's DICOM
 * @param replicas processes of each service
 * @param durability what a write to a single node survives
 * @param faults whether faults of the S3 server can be made, by a proxy before it
 */
public record ClusterOptions(
        Path data, int httpPort, int dicomPort, int replicas, Durability durability, boolean faults) {

    static final String LOOPBACK = "127.0.0.1";

    private static final int MOST_REPLICAS = 9;

    /** Reads the command line; {@link StartException} says what is wrong with it. */
    public static ClusterOptions parse(String... arguments) {
        Path data = Path.of("data");
        int httpPort = 8080;
        int dicomPort = 11112;
        int replicas = 2;
        Durability durability = Durability.PROCESS;
        boolean faults = false;
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--cluster" -> {
                    // what brought us here
                }
                case "--faults" -> faults = true;
                case "--data" -> data = Path.of(UpOptions.required(option, next(rest)));
                case "--http-port" -> httpPort = UpOptions.port(option, next(rest));
                case "--dicom-port" -> dicomPort = UpOptions.port(option, next(rest));
                case "--replicas" -> replicas = replicas(next(rest));
                case "--durability" -> durability = UpOptions.durability(UpOptions.required(option, next(rest)));
                case "--listen", "--insecure", "--s3" ->
                    throw new StartException(option + " is not offered with --cluster: a cluster on one machine is for"
                            + " trying and testing, listens on " + LOOPBACK + " and starts its own S3 server");
                default -> throw new StartException("unknown option " + option + "; isocenter --help lists them");
            }
        }
        return new ClusterOptions(data.toAbsolutePath().normalize(), httpPort, dicomPort, replicas, durability, faults);
    }

    private static String next(Iterator<String> rest) {
        return rest.hasNext() ? rest.next() : null;
    }

    private static int replicas(String value) {
        String wanted = UpOptions.required("--replicas", value);
        if (wanted.matches("\\d") && Integer.parseInt(wanted) >= 1) {
            return Integer.parseInt(wanted);
        }
        throw new StartException("--replicas wants a number from 1 to " + MOST_REPLICAS + ", not " + value);
    }

    Endpoint endpoint() {
        return new Endpoint(LOOPBACK, httpPort, dicomPort);
    }
}
