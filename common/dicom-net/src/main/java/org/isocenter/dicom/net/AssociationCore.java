/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.net.AssociationListener.CloseReason;
import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.ul.AssociationAbortedException;
import org.isocenter.dicom.net.ul.AssociationClosedException;
import org.isocenter.dicom.net.ul.UpperLayer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The working parts of an association, put together: who reads, who performs, who sends, and how it ends. */
final class AssociationCore {
    private static final Logger LOG = LoggerFactory.getLogger(AssociationCore.class);

    private final Association association;
    private final UpperLayer upperLayer;
    private final AssociationListener listener;
    private final ServiceRegistry services;
    private final Timeouts timeouts;
    private final MessagePump pump;
    private final MessageWriter writer;
    private final Invoker invoker;
    private final Workers workers;
    private final AtomicBoolean closedTold = new AtomicBoolean();
    private final List<Consumer<CloseReason>> closeActions = new ArrayList<>();
    private volatile RequestHandler requestHandler;
    private volatile long lastAnswerNanos = System.nanoTime();

    AssociationCore(
            Negotiated negotiated,
            UpperLayer upperLayer,
            ServiceRegistry services,
            Timeouts timeouts,
            AssociationListener listener) {
        this.association = new Association(negotiated, this);
        this.upperLayer = upperLayer;
        this.services = services;
        this.timeouts = timeouts;
        this.listener = listener;
        MessageReader reader = new MessageReader(
                upperLayer, negotiated.contextsById(), timeouts.message().toMillis());
        this.pump = new MessagePump(upperLayer, reader, this::perform, negotiated.performedWindow());
        this.writer = new MessageWriter(upperLayer, negotiated.peer().maxPduLength());
        this.invoker = new Invoker(pump, writer, timeouts.response().toMillis(), negotiated.invokedWindow());
        this.workers = new Workers(
                pump, negotiated.performedWindow(), timeouts.idle().toMillis(), "dicom-" + association, this::finish);
        if (!negotiated.requestor()) {
            pump.onFreeTurn(workers::ensureSpare);
        }
    }

    Association association() {
        return association;
    }

    UpperLayer upperLayer() {
        return upperLayer;
    }

    MessagePump pump() {
        return pump;
    }

    Invoker invoker() {
        return invoker;
    }

    Workers workers() {
        return workers;
    }

    void setRequestHandler(RequestHandler handler) {
        requestHandler = handler;
    }

    void opened() {
        listener.opened(association);
    }

    private void perform(DimseRequest request) {
        workers.begin();
        try {
            handlerOf(request).onRequest(association, request);
        } catch (IOException | RuntimeException e) {
            LOG.debug("{}: {} failed", association, request.field(), e);
            answerFailure(request);
        } finally {
            workers.end();
        }
    }

    private RequestHandler handlerOf(DimseRequest request) {
        RequestHandler own = requestHandler;
        if (request.field() == null) {
            return (on, unknown) -> abort(Abort.UNEXPECTED_PDU_PARAMETER);
        }
        if (own != null && request.field() == CommandField.C_STORE_RQ) {
            return own;
        }
        // PS3.7 10.1.1: event reports are sent by the SCP, to the SCU
        boolean event = request.field() == CommandField.N_EVENT_REPORT_RQ;
        boolean ours = event ? request.context().localScu() : request.context().localScp();
        if (!ours) {
            return (on, refused) -> on.respond(refused, DimseStatus.SOP_CLASS_NOT_SUPPORTED);
        }
        return services.performing(request.context().abstractSyntax(), association.request())
                .<RequestHandler>map(service -> service::onRequest)
                .orElse((on, refused) -> on.respond(refused, DimseStatus.SOP_CLASS_NOT_SUPPORTED));
    }

    private void answerFailure(DimseRequest request) {
        if (!request.isAnswered() && association.isOpen()) {
            try {
                respond(request, DimseStatus.PROCESSING_FAILURE, null, command -> {});
            } catch (IOException e) {
                abort(Abort.BY_USER);
            }
        }
    }

    void respond(DimseRequest request, DimseStatus status, Attributes identifier, Consumer<Attributes> extra)
            throws IOException {
        Attributes command = response(request, status);
        extra.accept(command);
        respond(request, command, bodyOf(request, identifier));
    }

    /** Sends a response whose command set is complete. */
    private void respond(DimseRequest request, Attributes command, DatasetBody body) throws IOException {
        DimseStatus status = DimseStatus.of(command);
        boolean last = !status.isPending();
        if (last) {
            request.setAnswered();
        }
        try {
            writer.write(request.context().id(), command, body);
        } finally {
            if (last) {
                pump.answered(request);
                lastAnswerNanos = System.nanoTime();
                long nanos = lastAnswerNanos - request.arrivedAtNanos();
                listener.performed(association, request, status, Duration.ofNanos(nanos));
            }
        }
    }

    void respondSoon(DimseRequest request, DimseStatus pending, Attributes identifier) throws IOException {
        if (!pending.isPending()) {
            throw new IllegalArgumentException("A final response goes out at once");
        }
        writer.hold(request.context().id(), response(request, pending), bodyOf(request, identifier));
    }

    /** Sends a response of another association as one of this. */
    void passOn(DimseRequest request, Attributes received, DatasetBody body, boolean soon) throws IOException {
        DimseStatus status = DimseStatus.of(received);
        Attributes command = new Attributes(received);
        Attributes own = response(request, status);
        command.setInt(Tag.CommandField, VR.US, own.getInt(Tag.CommandField, 0));
        command.setInt(Tag.MessageIDBeingRespondedTo, VR.US, request.messageId());
        if (soon && status.isPending()) {
            writer.hold(request.context().id(), command, body);
        } else {
            respond(request, command, body);
        }
    }

    void sendHeld() throws IOException {
        writer.flush();
    }

    private static Attributes response(DimseRequest request, DimseStatus status) {
        if (request.isAnswered()) {
            throw new IllegalStateException("The final response has been sent");
        }
        CommandField field = request.field()
                .response()
                .orElseThrow(() -> new IllegalStateException(request.field() + " has no response"));
        return Commands.response(request, field, status.code());
    }

    private static DatasetBody bodyOf(DimseRequest request, Attributes identifier) {
        return identifier == null
                ? null
                : DatasetBody.of(identifier, request.context().transferSyntax());
    }

    /** Whether no request has been in flight for a while. */
    boolean isIdleFor(Duration duration) {
        return !pump.isBusy() && System.nanoTime() - lastAnswerNanos > duration.toNanos();
    }

    /** Performs the peer's requests on the current thread until the association's end. */
    void run() {
        workers.run();
    }

    /** Called once nothing more is read by workers. */
    private void finish() {
        if (pump.isReleaseWanted()) {
            respondToRelease();
        }
        upperLayer.abort(Abort.BY_USER);
        tellClosed();
        if (association.isRequestor()) {
            upperLayer.awaitClose();
        }
    }

    private void respondToRelease() {
        pump.awaitAnswers(timeouts.response().toMillis());
        try {
            upperLayer.respondToRelease();
        } catch (IOException e) {
            LOG.debug("{}: the release was not answered", association, e);
        }
    }

    void release() throws IOException {
        if (pump.isReleaseWanted()) {
            finish();
            return;
        }
        upperLayer.requestRelease();
        try {
            pump.awaitRelease(timeouts.artim().toMillis());
        } finally {
            upperLayer.awaitClose();
            pump.fail(new AssociationClosedException("Released", true));
            tellClosed();
        }
    }

    void abort(Abort abort) {
        upperLayer.abort(abort);
        pump.fail(new AssociationAbortedException(abort, false, ""));
        if (workers.isNone()) {
            upperLayer.awaitClose();
            tellClosed();
        }
    }

    void close() {
        try {
            if (pump.isReleaseWanted() && workers.isNone()) {
                finish();
            } else if (association.isOpen() && !pump.isBusy()) {
                release();
            } else {
                abort(Abort.BY_USER);
            }
        } catch (IOException e) {
            LOG.debug("{}: not released", association, e);
            abort(Abort.BY_USER);
        }
    }

    /** Has an action run when the association ends; at once if it has ended. */
    void onClosed(Consumer<CloseReason> action) {
        synchronized (closeActions) {
            if (!closedTold.get()) {
                closeActions.add(action);
                return;
            }
        }
        action.accept(closeReason());
    }

    private void tellClosed() {
        List<Consumer<CloseReason>> actions;
        synchronized (closeActions) {
            if (!closedTold.compareAndSet(false, true)) {
                return;
            }
            actions = List.copyOf(closeActions);
        }
        CloseReason reason = closeReason();
        listener.closed(association, reason);
        actions.forEach(action -> action.accept(reason));
    }

    private CloseReason closeReason() {
        if (pump.failure() instanceof AssociationClosedException closed) {
            return closed.isReleased() ? CloseReason.RELEASED : CloseReason.CONNECTION_LOST;
        }
        return CloseReason.ABORTED;
    }
}
