/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.isocenter.engines.Durability;

/**
 * The options of {@code isocenter up}.
 *
 * @param data folder of everything that is kept
 * @param httpPort TCP port of HTTP, 1 to 65535
 * @param dicomPort TCP port of DICOM, 1 to 65535
 * @param objects where objects are kept
 * @param s3 the S3 server, if objects are kept on one that runs elsewhere
 * @param listen address to listen on
 * @param durability what an acknowledged image survives
 */
public record UpOptions(
        Path data,
        int httpPort,
        int dicomPort,
        Objects objects,
        Optional<URI> s3,
        String listen,
        Durability durability) {

    static final String LOOPBACK = "127.0.0.1";

    /** Where objects are kept. */
    public enum Objects {
        /** As files in the data folder. */
        FILES,
        /** On an S3 server that is started with the archive. */
        EMBEDDED_S3,
        /** On an S3 server that runs elsewhere. */
        S3
    }

    /** Reads the command line; {@link StartException} says what is wrong with it. */
    static UpOptions parse(String... arguments) {
        Path data = Path.of("data");
        int httpPort = 8080;
        int dicomPort = 11112;
        Objects objects = Objects.FILES;
        Optional<URI> s3 = Optional.empty();
        String listen = LOOPBACK;
        boolean insecure = false;
        Durability durability = Durability.POWER;
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (option.equals("--insecure")) {
                insecure = true;
                continue;
            }
            String value = rest.hasNext() ? rest.next() : null;
            switch (option) {
                case "--data" -> data = Path.of(required(option, value));
                case "--http-port" -> httpPort = port(option, value);
                case "--dicom-port" -> dicomPort = port(option, value);
                case "--listen" -> listen = required(option, value);
                case "--durability" -> durability = durability(required(option, value));
                case "--s3" -> {
                    boolean embedded = required(option, value).equals("embedded");
                    objects = embedded ? Objects.EMBEDDED_S3 : Objects.S3;
                    s3 = embedded ? Optional.empty() : Optional.of(url(option, value));
                }
                default -> throw new StartException("unknown option " + option + "; isocenter --help lists them");
            }
        }
        requireSafe(listen, insecure);
        return new UpOptions(data.toAbsolutePath().normalize(), httpPort, dicomPort, objects, s3, listen, durability);
    }

    /** Whether others than this machine can connect. */
    boolean open() {
        return !address(listen).isLoopbackAddress();
    }

    /** The host name under which this machine itself reaches the archive. */
    String ownHost() {
        return address(listen).isAnyLocalAddress() ? LOOPBACK : listen;
    }

    /** Where it is reached from this machine. */
    Endpoint endpoint() {
        return new Endpoint(ownHost(), httpPort, dicomPort);
    }

    private static void requireSafe(String listen, boolean insecure) {
        if (!insecure && !address(listen).isLoopbackAddress()) {
            throw new StartException(
                    "--listen " + listen + " opens the archive to other machines, and no authentication"
                            + " is configured: whoever reaches the ports may read and store. Add --insecure if that is meant");
        }
    }

    private static InetAddress address(String listen) {
        try {
            return InetAddress.getByName(listen);
        } catch (UnknownHostException e) {
            throw new StartException("--listen " + listen + " is not an address of this machine", e);
        }
    }

    /** The value of an option; {@link StartException} if there is none. */
    public static String required(String option, String value) {
        if (value == null || value.isBlank() || value.startsWith("--")) {
            throw new StartException(option + " wants a value");
        }
        return value;
    }

    /** A port as the value of an option. */
    public static int port(String option, String value) {
        try {
            int port = Integer.parseInt(required(option, value));
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StartException(option + " wants a port from 1 to 65535, not " + value);
    }

    /** The value of {@code --durability}. */
    public static Durability durability(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "power" -> Durability.POWER;
            case "process" -> Durability.PROCESS;
            default -> throw new StartException("--durability is power or process, not " + value);
        };
    }

    private static URI url(String option, String value) {
        if (!value.matches("https?://[^/\\s]+(/\\S*)?")) {
            throw new StartException(
                    option + " wants 'embedded' or a URL such as https://minio.example.org:9000, not " + value);
        }
        return URI.create(value);
    }
}
