/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.util.List;

/**
 * SOP class common extended negotiation (PS3.7 D.3.3.6).
 *
 * @param sopClassUid the SOP class
 * @param serviceClassUid its service class
 * @param relatedGeneralSopClasses general SOP classes by which it may be taken
 */
public record CommonExtendedNegotiation(
        String sopClassUid, String serviceClassUid, List<String> relatedGeneralSopClasses) {
    /** The storage service class. */
    public static final String STORAGE_SERVICE_CLASS = "1.2.840.10008.4.2";

    public CommonExtendedNegotiation {
        relatedGeneralSopClasses = List.copyOf(relatedGeneralSopClasses);
    }
}
