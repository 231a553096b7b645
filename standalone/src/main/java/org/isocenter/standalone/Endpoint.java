/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where an archive is reached.
 *
 * @param host the host name under which this machine itself reaches it
 * @param httpPort TCP port of HTTP
 * @param dicomPort TCP port of DICOM
 */
public record Endpoint(String host, int httpPort, int dicomPort) {

    /** Throws {@link StartException} if one of the ports is taken at the address. */
    public void requireFree(String listen) {
        requireFree(listen, httpPort, "--http-port");
        requireFree(listen, dicomPort, "--dicom-port");
    }

    private static void requireFree(String listen, int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(listen), port));
        } catch (IOException e) {
            throw new StartException(
                    "port " + port + " of " + listen + " cannot be opened (" + e.getMessage()
                            + "): choose another with " + option,
                    e);
        }
    }
}
