/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The responses to a request that has several: C-FIND, C-MOVE, C-GET. Not thread-safe, but for {@link #cancel}. Has to be
 * read to its final response.
 */
public final class DimseResponses {
    private final Invoker invoker;
    private final Exchange exchange;
    private boolean complete;

    DimseResponses(Invoker invoker, Exchange exchange) {
        this.invoker = invoker;
        this.exchange = exchange;
    }

    /** Message ID of the request. */
    public int messageId() {
        return exchange.messageId();
    }

    /** Whether the final response has not been read yet. */
    public boolean hasNext() {
        return !complete;
    }

    /**
     * The next response, the final one included; inbound requests are performed meanwhile.
     *
     * @throws IOException if the association fails, or no response comes in time
     */
    public DimseResponse next() throws IOException {
        if (complete) {
            throw new IllegalStateException("The final response has been read");
        }
        boolean read = false;
        try {
            DimseResponse response = invoker.await(exchange);
            complete = !response.isPending();
            read = true;
            return response;
        } finally {
            if (!read || complete) {
                complete = true;
                invoker.end(exchange);
            }
        }
    }

    /** Asks the performer to stop; responses still come, the final one with status FE00H if it has stopped. */
    public void cancel() throws IOException {
        invoker.cancel(exchange);
    }

    /** All that are left, the final response last. */
    public List<DimseResponse> readAll() throws IOException {
        List<DimseResponse> responses = new ArrayList<>();
        while (hasNext()) {
            responses.add(next());
        }
        return responses;
    }
}
