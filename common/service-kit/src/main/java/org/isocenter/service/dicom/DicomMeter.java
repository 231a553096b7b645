/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.time.Duration;
import java.util.Locale;

import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.AssociationListener;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.CommandField;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.dicom.net.pdu.AssociateRj;
import org.isocenter.service.metrics.ServiceMetrics;
import org.jboss.logging.Logger;

/** Counts and times what happens on the DICOM port. Thread-safe. */
final class DicomMeter implements AssociationListener {

    private static final Logger LOG = Logger.getLogger(DicomMeter.class);

    private final ServiceMetrics metrics;

    DicomMeter(ServiceMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void opened(Association association) {
        metrics.associationOpened();
    }

    @Override
    public void closed(Association association, CloseReason reason) {
        metrics.associationClosed();
    }

    @Override
    public void rejected(AssociationRequest request, AssociateRj rejection) {
        metrics.associationRejected(reason(rejection));
        LOG.debugf("association rejected: %s", rejection);
    }

    @Override
    public void performed(Association association, DimseRequest request, DimseStatus status, Duration duration) {
        metrics.dimseRequest(operation(request.field()), status.code(), duration);
    }

    /** {@code C_STORE_RQ} as {@code C-STORE}. */
    static String operation(CommandField field) {
        String name = field.name();
        return (name.endsWith("_RQ") ? name.substring(0, name.length() - 3) : name)
                .replace('_', '-')
                .toUpperCase(Locale.ROOT);
    }

    private static String reason(AssociateRj rejection) {
        if (rejection.equals(AssociateRj.CALLED_AE_TITLE_NOT_RECOGNIZED)) {
            return "called_aet";
        }
        if (rejection.equals(AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED)) {
            return "calling_aet";
        }
        return rejection.isTransient() ? "congestion" : "other";
    }
}
