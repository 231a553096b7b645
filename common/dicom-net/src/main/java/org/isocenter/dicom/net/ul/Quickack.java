/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;

import jdk.net.ExtendedSocketOptions;

/**
 * Acknowledges what has arrived at once instead of after the kernel's 40 ms. Peers that leave Nagle's algorithm on hold
 * a message's last segment until what precedes it is acknowledged. Linux falls back to delaying by itself, so it is
 * asked for after each read; elsewhere nothing is done.
 */
final class Quickack {
    private static final SocketOption<Boolean> OPTION = ExtendedSocketOptions.TCP_QUICKACK;

    private final Socket socket;
    private final boolean supported;

    Quickack(Socket socket) {
        this.socket = socket;
        this.supported = socket.supportedOptions().contains(OPTION);
    }

    void arm() throws IOException {
        if (supported) {
            socket.setOption(OPTION, true);
        }
    }
}
