/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.relay;

import java.io.IOException;
import java.util.Optional;

import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.CommandField;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.dicom.net.PresentationContext;
import org.isocenter.dicom.net.ReceivedResponse;
import org.isocenter.dicom.net.ResponseReceiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request on its way to the program that performs it, and its responses on their way back. */
final class RelayedRequest implements ResponseReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(RelayedRequest.class);
    private static final int ATTEMPTS = 3;
    private static final String COMMENT = "The service that performs this is away";

    private final RelayLink link;
    private final Association inbound;
    private final DimseRequest request;
    private final TransferSyntax transferSyntax;
    private PassedDataset dataset;
    private volatile boolean responded;
    private volatile boolean sent;
    private volatile int attempts;

    RelayedRequest(RelayLink link, Association inbound, DimseRequest request) {
        this.link = link;
        this.inbound = inbound;
        this.request = request;
        this.transferSyntax = request.context().transferSyntax();
    }

    /** Sends it on. The responses come later, on other threads. */
    void begin() throws IOException {
        if (!link.begin(request.messageId())) {
            inbound.respond(request, DimseStatus.DUPLICATE_INVOCATION);
            return;
        }
        boolean read = false;
        try {
            dataset = PassedDataset.of(request.dataset(), transferSyntax);
            read = true;
        } finally {
            if (!read) {
                link.end(request.messageId());
            }
        }
        send();
    }

    private void send() {
        attempts++;
        try {
            Association performer = link.association();
            Optional<PresentationContext> context = performer.acceptedContexts().stream()
                    .filter(c -> c.id() == request.context().id())
                    .findFirst();
            if (context.isEmpty()) {
                refuse(DimseStatus.SOP_CLASS_NOT_SUPPORTED);
                return;
            }
            sent = true;
            performer.forward(context.get(), request.command(), true, dataset, this);
            request.onCancel(() -> cancel(performer, context.get()));
        } catch (IOException e) {
            onFailure(e);
        }
    }

    private void cancel(Association performer, PresentationContext context) {
        try {
            performer.cancel(context, request.messageId());
        } catch (IOException e) {
            LOG.debug("{}: C-CANCEL was not passed on", inbound, e);
        }
    }

    @Override
    public void onResponse(ReceivedResponse response) throws IOException {
        boolean last = !response.isPending();
        PassedDataset body;
        try {
            body = PassedDataset.of(response.dataset(), transferSyntax);
        } catch (IOException e) {
            if (last) {
                refuse(RelayFailure.lost(request.field()));
            }
            throw e;
        }
        responded = true;
        if (last) {
            // before the requestor can use the ID again
            link.end(request.messageId());
        }
        try {
            boolean soon = !last
                    && (body == null || body.isWhole())
                    && response.moreAtHand().getAsBoolean();
            inbound.passOn(request, response.command(), body, soon);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("{}: a response was not passed on", inbound, e);
            inbound.abort();
        }
    }

    @Override
    public void onFailure(IOException cause) {
        LOG.debug("{}: {} was not performed", inbound, request.field(), cause);
        if (mayBeRepeated()) {
            send();
        } else {
            refuse(sent ? RelayFailure.lost(request.field()) : RelayFailure.unreachable(request.field()));
        }
    }

    /** Once sent, only what changes nothing and has not been answered in part. */
    private boolean mayBeRepeated() {
        CommandField field = request.field();
        boolean harmless =
                field == CommandField.C_FIND_RQ || field == CommandField.C_ECHO_RQ || field == CommandField.N_GET_RQ;
        return harmless
                && sent
                && !responded
                && attempts < ATTEMPTS
                && (dataset == null || dataset.isWhole())
                && inbound.isOpen();
    }

    private void refuse(DimseStatus status) {
        link.end(request.messageId());
        try {
            if (inbound.isOpen()) {
                inbound.respond(request, status, null, command -> command.setString(Tag.ErrorComment, VR.LO, COMMENT));
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("{}: {} was not refused", inbound, request.field(), e);
            inbound.abort();
        }
    }
}
