/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

/** A-RELEASE-RQ (PS3.8 9.3.6). */
public record ReleaseRq() implements Pdu {
    @Override
    public int type() {
        return RELEASE_RQ;
    }
}
