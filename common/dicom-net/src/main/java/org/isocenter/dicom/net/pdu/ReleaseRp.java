/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

/** A-RELEASE-RP (PS3.8 9.3.7). */
public record ReleaseRp() implements Pdu {
    @Override
    public int type() {
        return RELEASE_RP;
    }
}
