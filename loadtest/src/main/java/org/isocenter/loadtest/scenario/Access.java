/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.isocenter.loadtest.dimse.DicomAddress;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.socket.ConnectOptions;
import org.isocenter.loadtest.socket.Tls;

/**
 * How the archive is reached.
 *
 * @param targets addresses of one archive; when one fails a client goes on with the next
 * @param callingAet who calls
 * @param connectTimeout until a connection is there
 * @param tls certificates, when there is TLS anywhere
 * @param dicomOverTls whether DICOM uses it; HTTP does when the address begins with https
 * @param token bearer token of HTTP
 */
public record Access(
        List<Target> targets,
        String callingAet,
        Duration connectTimeout,
        Optional<Tls> tls,
        boolean dicomOverTls,
        Optional<String> token) {

    /** Takes the list over. */
    public Access {
        targets = List.copyOf(targets);
    }

    /** The same for other addresses. */
    public Access withTargets(List<Target> others) {
        return new Access(others, callingAet, connectTimeout, tls, dicomOverTls, token);
    }

    /** The same with another bearer token. */
    public Access withToken(String other) {
        return new Access(targets, callingAet, connectTimeout, tls, dicomOverTls, Optional.of(other));
    }

    /** To another archive, which gets no token and no certificate of the first one. */
    public Access onlyTo(Target other) {
        return new Access(List.of(other), callingAet, connectTimeout, Optional.empty(), false, Optional.empty());
    }

    /** Where a target speaks DICOM. */
    public DicomAddress dicom(Target target) {
        return new DicomAddress(
                target.host(),
                target.dicomPort(),
                target.aet(),
                callingAet,
                ConnectOptions.many(connectTimeout, dicomOverTls ? tls.orElse(null) : null));
    }

    /** How connections for DICOMweb are made. */
    public ConnectOptions web(Target target) throws IOException {
        boolean secure = target.web() != null && "https".equals(target.web().getScheme());
        return ConnectOptions.many(
                connectTimeout, secure ? tls.isPresent() ? tls.get() : Tls.of(null, null, null, true) : null);
    }

    /** Headers of every HTTP request. */
    public Map<String, String> headers() {
        return token.map(value -> Map.of("Authorization", "Bearer " + value)).orElse(Map.of());
    }

    /** Reads a token from a file. */
    public static String tokenOf(Path file) throws IOException {
        return Files.readString(file).trim();
    }
}
