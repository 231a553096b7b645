/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.isocenter.engines.EngineOptions;
import org.isocenter.engines.EngineSet;
import org.isocenter.engines.JavaProgram;
import org.isocenter.engines.Ports;
import org.isocenter.engines.S3;
import org.isocenter.standalone.StartException;

/** Our own programs as members: the replicas of the services, and the front before them. */
final class Programs {

    /** The folder {@code common/engines} of a built tree, by which its other modules are found as well. */
    private static final String HOME = "isocenter.engines.home";

    private static final String QUARKUS_MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
    private static final int COPIES = 3;

    private final ClusterOptions options;
    private final EngineOptions engineOptions;
    private final Map<String, String> shared;
    private final Map<ServiceKind, List<String>> behindFront = new LinkedHashMap<>();

    Programs(ClusterOptions options, EngineOptions engineOptions, EngineSet engines, String s3Endpoint) {
        this.options = options;
        this.engineOptions = engineOptions;
        shared = shared(engines, s3Endpoint);
    }

    private static Map<String, String> shared(EngineSet engines, String s3Endpoint) {
        S3 s3 = engines.s3().orElseThrow();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("isocenter.cassandra.contact-points", engines.contactPoints());
        settings.put("isocenter.cassandra.replication-factor", String.valueOf(COPIES));
        settings.put("isocenter.kafka.bootstrap-servers", engines.bootstrapServers());
        settings.put("isocenter.kafka.replication-factor", String.valueOf(COPIES));
        // longer than Kafka and Cassandra need to do without one of three
        settings.put("isocenter.kafka.delivery-timeout", "12s");
        settings.put("isocenter.ingest.engine-timeout", "15s");
        settings.put("isocenter.objects.kind", "s3");
        settings.put("isocenter.objects.s3.endpoint", s3Endpoint);
        settings.put("isocenter.objects.s3.access-key", s3.accessKey());
        settings.put("isocenter.objects.s3.secret-key", s3.secretKey());
        return settings;
    }

    /** The replicas of all services. */
    List<Member> services() {
        Map<ServiceKind, List<Integer>> dicomPorts = new LinkedHashMap<>();
        for (ServiceKind kind : ServiceKind.values()) {
            dicomPorts.put(
                    kind, Stream.generate(Ports::free).limit(options.replicas()).toList());
        }
        shared.putAll(relays(dicomPorts));
        List<Member> members = new ArrayList<>();
        dicomPorts.forEach((kind, ports) -> {
            for (int i = 1; i <= ports.size(); i++) {
                members.add(replica(kind, kind.label() + "-" + i, ports.get(i - 1)));
            }
        });
        return members;
    }

    /**
     * Every DICOM port relays to the others. All callers are on this machine, so no secret has to tell where they are; among the
     * options of a program it would be none.
     */
    private static Map<String, String> relays(Map<ServiceKind, List<Integer>> dicomPorts) {
        Map<String, String> settings = new LinkedHashMap<>();
        dicomPorts.forEach((kind, ports) -> {
            if (kind.hasDicom()) {
                String replicas = ports.stream()
                        .map(port -> ClusterOptions.LOOPBACK + ":" + port)
                        .collect(Collectors.joining(","));
                settings.put("isocenter.dimse.relay." + kind.label(), replicas);
            }
        });
        return settings;
    }

    private Member replica(ServiceKind kind, String name, int dicomPort) {
        int httpPort = Ports.free();
        Map<String, String> own = new LinkedHashMap<>();
        own.put("quarkus.http.host", ClusterOptions.LOOPBACK);
        own.put("quarkus.http.port", String.valueOf(httpPort));
        own.put("isocenter.dicom.enabled", String.valueOf(kind.hasDicom()));
        own.put("isocenter.dicom.port", String.valueOf(dicomPort));
        own.put(
                "isocenter.objects.spool-directory",
                options.data().resolve("spool").resolve(name).toString());
        own.put(
                "isocenter.query.index-directory",
                options.data().resolve("index").resolve(name).toString());
        // the front sees that it is going before it goes
        own.put("quarkus.shutdown.delay", "3s");
        List<String> jvm = new ArrayList<>(List.of(
                "-Xms64m",
                "-Xmx" + kind.heap(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        jvm.addAll(kind.own());
        jvm.addAll(unlessConfigured(shared));
        jvm.addAll(properties(own));
        jvm.addAll(javaOptions());
        JavaProgram program =
                JavaProgram.of(name, engineOptions, List.of(application(kind)), jvm, QUARKUS_MAIN, httpPort);
        List<String> addresses = new ArrayList<>(List.of("http " + httpPort));
        if (kind.hasDicom()) {
            addresses.add("dicom " + dicomPort);
        }
        behindFront
                .computeIfAbsent(kind, each -> new ArrayList<>())
                .add(name + "=" + ClusterOptions.LOOPBACK + ":" + httpPort + ":" + dicomPort);
        return new Member(program, addresses);
    }

    /** The front before the services that were made. */
    Member front() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("isocenter.front.listen", ClusterOptions.LOOPBACK);
        settings.put("isocenter.front.http-port", String.valueOf(options.httpPort()));
        settings.put("isocenter.front.dicom-port", String.valueOf(options.dicomPort()));
        behindFront.forEach(
                (kind, replicas) -> settings.put("isocenter.front." + kind.label(), String.join(",", replicas)));
        List<String> jvm = new ArrayList<>(List.of("-Xms32m", "-Xmx128m", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        jvm.addAll(properties(settings));
        JavaProgram program = JavaProgram.of(
                "front", engineOptions, frontJars(), jvm, "org.isocenter.front.Front", options.httpPort());
        return new Member(program, List.of("http " + options.httpPort(), "dicom " + options.dicomPort()));
    }

    private static Path home() {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new StartException("-D" + HOME + " does not name the folder common/engines of a built tree");
        }
        return Path.of(home).getParent().getParent();
    }

    private static Path application(ServiceKind kind) {
        Path jar = home().resolve(kind.label() + "-service").resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartException(jar + " is not there: build the project (mvn package)");
        }
        return jar;
    }

    private static List<Path> frontJars() {
        Path target = home().resolve("front").resolve("target");
        try (Stream<Path> own = Files.list(target);
                Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            return Stream.concat(own, libraries)
                    .filter(each -> each.toString().endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new StartException("the front is not at " + target + ": build the project (mvn package)", e);
        }
    }

    /** What is in the environment wins, which our children have as well. */
    private static List<String> unlessConfigured(Map<String, String> settings) {
        return properties(settings).stream()
                .filter(each -> System.getenv(variable(each.substring(2, each.indexOf('=')))) == null)
                .toList();
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static List<String> properties(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each -> "-D" + each.getKey() + "=" + each.getValue())
                .toList();
    }

    private static List<String> javaOptions() {
        String wanted = System.getenv("ISOCENTER_JAVA_OPTS");
        return wanted == null || wanted.isBlank()
                ? List.of()
                : List.of(wanted.strip().split("\\s+"));
    }
}
