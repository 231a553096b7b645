/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/** Sends requests of ours, as many at a time as the asynchronous operations window lets. Safe for concurrent use. */
final class Invoker {
    private static final int MAX_MESSAGE_ID = 0xFFFF;
    private static final long WINDOW_LOOK_MILLIS = 250;

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
            exchange = register(context, null);
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

    /**
     * Sends a request whose responses a receiver takes; what it hears of the failure is not thrown as well.
     *
     * @param keepsMessageId whether the command's Message ID stays, which is not in use
     */
    void forward(
            PresentationContext context,
            Attributes command,
            boolean keepsMessageId,
            DatasetBody body,
            ResponseReceiver receiver)
            throws IOException {
        acquire();
        boolean registered = false;
        Exchange exchange;
        try {
            exchange = keepsMessageId
                    ? registerAs(command.getInt(Tag.MessageID, 0), context, receiver)
                    : register(context, receiver);
            registered = true;
        } finally {
            if (!registered) {
                window.release();
            }
        }
        exchange.last().whenComplete((response, failure) -> end(exchange));
        try {
            command.setInt(Tag.MessageID, VR.US, exchange.messageId());
            writer.write(context.id(), command, body);
        } catch (IOException | RuntimeException e) {
            if (exchange.abandon()) {
                exchange.last().cancel(false);
                throw e;
            }
        }
    }

    /** Waits for room in the window, as long as for a response. */
    private void acquire() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(responseMillis);
        try {
            while (!window.tryAcquire(WINDOW_LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                pump.throwFailure();
                if (System.nanoTime() - deadline > 0) {
                    throw new SocketTimeoutException("No room in the asynchronous operations window in time");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssociationException("Interrupted while awaiting room in the window", e);
        }
    }

    private Exchange registerAs(int messageId, PresentationContext context, ResponseReceiver receiver)
            throws IOException {
        Exchange exchange = new Exchange(messageId, context.id(), receiver);
        pump.register(exchange);
        return exchange;
    }

    private synchronized Exchange register(PresentationContext context, ResponseReceiver receiver) throws IOException {
        do {
            lastMessageId = lastMessageId % MAX_MESSAGE_ID + 1;
        } while (pump.isInUse(lastMessageId));
        return registerAs(lastMessageId, context, receiver);
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
        cancel(exchange.contextId(), exchange.messageId());
    }

    void cancel(int contextId, int messageId) throws IOException {
        writer.write(contextId, Commands.cancel(messageId), null);
    }
}
