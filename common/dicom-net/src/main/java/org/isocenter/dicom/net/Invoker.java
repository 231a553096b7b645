/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/** Sends requests of ours, as many at a time as the asynchronous operations window lets. Safe for concurrent use. */
final class Invoker {
    private static final int MAX_MESSAGE_ID = 0xFFFF;

    private final MessagePump pump;
    private final MessageWriter writer;
    private final long responseMillis;
    private final Semaphore window;
    private int lastMessageId;

    Invoker(MessagePump pump, MessageWriter writer, long responseMillis, int window) {
        this.pump = pump;
        this.writer = writer;
        this.responseMillis = responseMillis;
        this.window = new Semaphore(window);
    }

    /** Sends a request; {@link #end} is to follow. */
    Exchange send(PresentationContext context, Attributes command, DatasetBody body) throws IOException {
        boolean sent = false;
        window.acquireUninterruptibly();
        Exchange exchange = null;
        try {
            exchange = register(context);
            command.setInt(Tag.MessageID, VR.US, exchange.messageId());
            writer.write(context.id(), command, body);
            sent = true;
            return exchange;
        } finally {
            if (!sent) {
                if (exchange != null) {
                    pump.forget(exchange);
                }
                window.release();
            }
        }
    }

    private synchronized Exchange register(PresentationContext context) throws IOException {
        do {
            lastMessageId = lastMessageId % MAX_MESSAGE_ID + 1;
        } while (pump.isInUse(lastMessageId));
        Exchange exchange = new Exchange(lastMessageId, context.id());
        pump.register(exchange);
        return exchange;
    }

    DimseResponse await(Exchange exchange) throws IOException {
        return pump.await(exchange, responseMillis);
    }

    void end(Exchange exchange) {
        pump.forget(exchange);
        window.release();
    }

    /** Sends a request and awaits its only response. */
    DimseResponse call(PresentationContext context, Attributes command, DatasetBody body) throws IOException {
        Exchange exchange = send(context, command, body);
        try {
            return await(exchange);
        } finally {
            end(exchange);
        }
    }

    /** Sends a request whose only response another thread reads. */
    CompletableFuture<DimseResponse> callLater(PresentationContext context, Attributes command, DatasetBody body)
            throws IOException {
        Exchange exchange = send(context, command, body);
        return exchange.last().whenComplete((response, failure) -> end(exchange));
    }

    void cancel(Exchange exchange) throws IOException {
        writer.write(exchange.contextId(), Commands.cancel(exchange.messageId()), null);
    }
}
