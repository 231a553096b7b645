/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.isocenter.front.dicom.DicomFront;
import org.isocenter.front.http.HttpFront;
import org.isocenter.front.replica.HealthProbe;
import org.isocenter.front.replica.Replicas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program: probes, the HTTP port and the DICOM port. */
public final class Front implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    private final FrontSettings settings;
    private final List<HealthProbe> probes;
    private final HttpFront http;
    private final DicomFront dicom;

    Front(FrontSettings settings) {
        this.settings = settings;
        Replicas replicas = new Replicas(settings.replicas());
        probes = replicas.all().stream()
                .map(each -> new HealthProbe(each, settings.aet(), settings.probeInterval()))
                .toList();
        http = new HttpFront(replicas, settings.maxRequests());
        dicom = new DicomFront(replicas, settings.maxAssociations());
    }

    /** Runs until the process is asked to stop. */
    public static void main(String[] arguments) {
        Front front = new Front(FrontSettings.of(Front::configured));
        Runtime.getRuntime().addShutdownHook(new Thread(front::close, "stop"));
        try {
            front.start();
        } catch (IOException e) {
            LOG.error("the front cannot listen: {}", e.getMessage());
            System.exit(1);
        }
    }

    /** A key is a system property or a variable of the environment. */
    private static String configured(String key) {
        String value = System.getProperty(key);
        return value != null
                ? value
                : System.getenv(key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
    }

    void start() throws IOException {
        probes.forEach(HealthProbe::start);
        dicom.start(settings.listen(), settings.dicomPort());
        http.start(settings.listen(), settings.httpPort());
        LOG.info("HTTP on {}:{}, DICOM on {}:{}", settings.listen(), http.port(), settings.listen(), dicom.port());
    }

    /** Takes nothing new, lets what is there go on for some seconds, and ends. */
    @Override
    public void close() {
        dicom.close();
        http.close();
        probes.forEach(HealthProbe::close);
    }
}
