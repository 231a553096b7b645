/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.isocenter.engines.S3;
import org.isocenter.standalone.StartException;

/** The way of the services to the S3 server: straight, or through a proxy that can make faults. */
final class S3Way implements AutoCloseable {

    private final S3 server;
    private final Optional<S3FaultProxy> proxy;

    private S3Way(S3 server, Optional<S3FaultProxy> proxy) {
        this.server = server;
        this.proxy = proxy;
    }

    static S3Way to(S3 server, boolean faults) throws IOException {
        Optional<S3FaultProxy> proxy = faults ? Optional.of(new S3FaultProxy(server.endpoint())) : Optional.empty();
        return new S3Way(server, proxy);
    }

    /** The URL that the services are given. */
    String endpoint() {
        return proxy.map(S3FaultProxy::endpoint).orElseGet(server::endpoint);
    }

    /** Makes the fault that the words describe, in place of the one before. */
    String fault(List<String> words) {
        S3Fault fault = S3Fault.parse(words);
        DiskLimit.set(server.pid(), fault.kind() == S3Fault.Kind.FULL);
        if (proxy.isPresent()) {
            proxy.get().set(fault);
        } else if (fault.kind() != S3Fault.Kind.FULL && fault.kind() != S3Fault.Kind.NONE) {
            throw new StartException(
                    "the cluster was started without --faults: there is no proxy before the S3 server");
        }
        return "the S3 server has the fault " + fault + "\n";
    }

    @Override
    public void close() throws IOException {
        if (proxy.isPresent()) {
            proxy.get().close();
        }
    }
}
