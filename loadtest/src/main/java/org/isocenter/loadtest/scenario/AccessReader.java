/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.isocenter.loadtest.operation.Service;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.socket.Tls;

/** Reads where the archive is and how it is spoken to. */
final class AccessReader {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Section root;

    AccessReader(Section root) {
        this.root = root;
    }

    Access read() {
        Section tls = root.section("tls");
        Section timeouts = root.section("time-outs");
        Access access = new Access(
                targets(),
                root.text("calling-aet", "LOADTEST"),
                timeouts == null ? CONNECT : timeouts.duration("connect", CONNECT),
                Optional.ofNullable(tls == null ? null : tls(tls)),
                tls != null && tls.flag("dicom", true),
                token());
        if (tls != null) {
            tls.end();
        }
        return access;
    }

    private Optional<String> token() {
        String file = root.text("token-file", null);
        String token = root.text("token", null);
        if (file == null) {
            return Optional.ofNullable(token);
        }
        try {
            return Optional.of(Access.tokenOf(Path.of(file)));
        } catch (IOException e) {
            throw root.wrong("token-file", "cannot be read: " + e.getMessage());
        }
    }

    private static Tls tls(Section section) {
        String trust = section.text("trust", null);
        String keyStore = section.text("key-store", null);
        try {
            return Tls.of(
                    trust == null ? null : Path.of(trust),
                    keyStore == null ? null : Path.of(keyStore),
                    section.text("password", "").toCharArray(),
                    section.flag("verify", true));
        } catch (IOException e) {
            throw new ScenarioException(
                    section.name("trust") + ", " + section.name("key-store") + ": " + e.getMessage());
        }
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (Section section : root.sections("targets")) {
            targets.add(target(section));
        }
        return targets.isEmpty()
                ? List.of(Target.parse("name=isocenter,dicom=11112,aet=ISOCENTER,web=http://127.0.0.1:8080/dicom-web"))
                : targets;
    }

    private static Target target(Section section) {
        String web = section.text("web", null);
        int port = section.number("dicom", 0, 1, 65535);
        if (web == null && port == 0) {
            throw section.wrong("dicom", "a target has a DICOM port, or a DICOMweb root under 'web', or both");
        }
        EnumSet<Service> services = EnumSet.allOf(Service.class);
        if (port == 0) {
            services.retainAll(EnumSet.of(Service.WEB));
        }
        if (web == null) {
            services.remove(Service.WEB);
        }
        URI root = null;
        if (web != null) {
            try {
                root = URI.create(web.replaceAll("/+$", ""));
            } catch (IllegalArgumentException e) {
                throw section.wrong("web", "'" + web + "' is no URL");
            }
            if (root.getHost() == null) {
                throw section.wrong(
                        "web", "'" + web + "' is no URL with a host, such as http://127.0.0.1:8080/dicom-web");
            }
        }
        Target target = new Target(
                section.text("name", "archive"),
                section.text("host", "127.0.0.1"),
                port,
                section.text("aet", "ISOCENTER"),
                root,
                services);
        section.end();
        return target;
    }
}
