/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.isocenter.service.config.DicomConfig;

/** Who may open an association, as the configuration says. Thread-safe. */
final class CallerPolicy {

    private final DicomConfig config;

    CallerPolicy(DicomConfig config) {
        this.config = config;
    }

    /** Whether we answer to the AE title that was called. */
    boolean isCalled(String calledAet) {
        return !config.checkCalledAet() || config.aet().contains(calledAet);
    }

    /** Whether the AE title may call from the address. */
    boolean mayCall(String callingAet, InetAddress address) {
        Optional<String> hosts = Optional.ofNullable(config.callers().get(callingAet));
        if (hosts.isPresent()) {
            return Arrays.stream(hosts.get().trim().split("\\s+")).anyMatch(host -> isHost(host, address));
        }
        return switch (config.unknownCallers()) {
            case LOOPBACK -> address.isLoopbackAddress();
            case ANYONE -> true;
            case NOBODY -> false;
        };
    }

    private static boolean isHost(String host, InetAddress address) {
        if (host.equals("*")) {
            return true;
        }
        try {
            return List.of(InetAddress.getAllByName(host)).contains(address);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
