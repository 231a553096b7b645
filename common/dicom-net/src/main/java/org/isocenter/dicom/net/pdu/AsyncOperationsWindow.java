/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

/**
 * Asynchronous operations window (PS3.7 D.3.3.3), from the view of the association's requestor.
 *
 * @param maxInvoked operations that the requestor may have outstanding; 0 is unlimited
 * @param maxPerformed operations that the acceptor may have outstanding; 0 is unlimited
 */
public record AsyncOperationsWindow(int maxInvoked, int maxPerformed) {
    /** One operation at a time each way: what holds when nothing is negotiated. */
    public static final AsyncOperationsWindow SYNCHRONOUS = new AsyncOperationsWindow(1, 1);

    /** What an acceptor with limits of its own answers. */
    public AsyncOperationsWindow within(int limitInvoked, int limitPerformed) {
        return new AsyncOperationsWindow(smaller(maxInvoked, limitInvoked), smaller(maxPerformed, limitPerformed));
    }

    private static int smaller(int proposed, int limit) {
        return proposed == 0 ? limit : Math.min(proposed, limit);
    }
}
