/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The address that a request came from in the first place. */
final class ClientAddress {

    private ClientAddress() {}

    /**
     * The peer, or whom trusted proxies name before it.
     *
     * @param peer address of the other end of the connection
     * @param headers all values of a header
     * @return empty if it is a trusted proxy's own, which may speak for many
     */
    static Optional<String> of(TrustedProxies trusted, String peer, Function<String, List<String>> headers) {
        if (!trusted.contains(peer)) {
            return Optional.of(peer);
        }
        List<String> before = ForwardedRequest.clients(headers);
        for (int i = before.size() - 1; i >= 0; i--) {
            String client = before.get(i);
            if (!trusted.contains(client)) {
                return Optional.of(TrustedProxies.withoutPort(client));
            }
        }
        return Optional.empty();
    }
}
