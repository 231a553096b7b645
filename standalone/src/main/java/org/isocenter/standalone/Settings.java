/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.isocenter.engines.Durability;
import org.isocenter.engines.EngineSet;
import org.isocenter.engines.S3;

/** What the services are told of the engines, the ports and the folders: configuration keys with their values. */
final class Settings {

    private Settings() {}

    /** The keys that follow from the command line and the engines that were started for it. */
    static Map<String, String> of(UpOptions options, EngineSet engines) {
        Map<String, String> settings = of(options);
        settings.put("isocenter.cassandra.contact-points", engines.cassandra().contactPoint());
        settings.put("isocenter.kafka.bootstrap-servers", engines.kafka().bootstrapServers());
        engines.s3().ifPresent(server -> putServer(settings, server));
        return settings;
    }

    /** The keys that follow from the command line alone. */
    static Map<String, String> of(UpOptions options) {
        Path data = options.data();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.http.host", options.listen());
        settings.put("quarkus.http.port", String.valueOf(options.httpPort()));
        settings.put("isocenter.dicom.listen", options.listen());
        settings.put("isocenter.dicom.port", String.valueOf(options.dicomPort()));
        if (options.open()) {
            settings.put("isocenter.dicom.unknown-callers", "anyone");
        }
        settings.put("isocenter.objects.kind", options.objects() == UpOptions.Objects.FILES ? "file" : "s3");
        settings.put("isocenter.objects.directory", data.resolve("objects").toString());
        settings.put("isocenter.objects.spool-directory", data.resolve("spool").toString());
        settings.put("isocenter.objects.durability", options.durability().name().toLowerCase(Locale.ROOT));
        options.s3().ifPresent(url -> settings.put("isocenter.objects.s3.endpoint", url.toString()));
        // one replica of each service needs no more, and events that share a partition share a flush
        settings.put("isocenter.kafka.partitions", "4");
        if (options.durability() == Durability.POWER) {
            settings.put("isocenter.recovery.announce-again", "1m");
        }
        settings.put("isocenter.query.index-directory", data.resolve("index").toString());
        settings.put("quarkus.log.console.enabled", "false");
        settings.put("quarkus.log.file.enabled", "true");
        settings.put(
                "quarkus.log.file.path",
                data.resolve("logs").resolve("isocenter.log").toString());
        settings.put("quarkus.log.file.format", "%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{2.}] (%t) %s%e%n");
        settings.put("quarkus.log.file.rotation.max-file-size", "20M");
        settings.put("quarkus.log.file.rotation.max-backup-index", "5");
        return settings;
    }

    private static void putServer(Map<String, String> settings, S3 server) {
        settings.put("isocenter.objects.s3.endpoint", server.endpoint());
        settings.put("isocenter.objects.s3.access-key", server.accessKey());
        settings.put("isocenter.objects.s3.secret-key", server.secretKey());
    }
}
