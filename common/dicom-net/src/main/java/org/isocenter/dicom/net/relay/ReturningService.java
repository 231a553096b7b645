/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.relay;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.CommandField;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseService;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.dicom.net.PresentationContext;
import org.isocenter.dicom.net.ReceivedResponse;
import org.isocenter.dicom.net.ResponseReceiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the requestor perform what the program requests: C-STORE of C-GET, N-EVENT-REPORT. */
final class ReturningService implements DimseService {
    private static final Logger LOG = LoggerFactory.getLogger(ReturningService.class);

    private final Association inbound;

    ReturningService(Association inbound) {
        this.inbound = inbound;
    }

    @Override
    public Collection<String> sopClasses() {
        return inbound.acceptedContexts().stream()
                .map(PresentationContext::abstractSyntax)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void onRequest(Association performer, DimseRequest request) throws IOException {
        // contexts have the IDs that the requestor has given them
        Optional<PresentationContext> context = inbound.acceptedContexts().stream()
                .filter(c -> c.id() == request.context().id() && isFor(request.field(), c))
                .findFirst();
        if (context.isEmpty()) {
            performer.respond(request, DimseStatus.UNRECOGNIZED_OPERATION);
            return;
        }
        PassedDataset dataset =
                PassedDataset.of(request.dataset(), request.context().transferSyntax());
        inbound.forward(context.get(), request.command(), false, dataset, new Returned(performer, request));
    }

    private static boolean isFor(CommandField field, PresentationContext context) {
        return field == CommandField.C_STORE_RQ && context.localScu()
                || field == CommandField.N_EVENT_REPORT_RQ && context.localScp();
    }

    /** Takes the requestor's response back to the program. */
    private record Returned(Association performer, DimseRequest request) implements ResponseReceiver {
        @Override
        public void onResponse(ReceivedResponse response) throws IOException {
            PassedDataset body =
                    PassedDataset.of(response.dataset(), request.context().transferSyntax());
            try {
                performer.passOn(request, response.command(), body, false);
            } catch (IOException | IllegalStateException e) {
                LOG.debug("{}: a response was not passed on", performer, e);
                performer.abort();
            }
        }

        @Override
        public void onFailure(IOException cause) {
            try {
                performer.respond(request, DimseStatus.PROCESSING_FAILURE);
            } catch (IOException | IllegalStateException e) {
                LOG.debug("{}: {} was not refused", performer, request.field(), e);
                performer.abort();
            }
        }
    }
}
