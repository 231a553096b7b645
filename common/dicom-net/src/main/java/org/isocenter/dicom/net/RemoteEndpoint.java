/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where a peer listens.
 *
 * @param host its name or address
 * @param port its port
 * @param sslContext for DICOM over TLS; empty for plain TCP
 */
public record RemoteEndpoint(String host, int port, Optional<SSLContext> sslContext) {
    public RemoteEndpoint(String host, int port) {
        this(host, port, Optional.empty());
    }
}
