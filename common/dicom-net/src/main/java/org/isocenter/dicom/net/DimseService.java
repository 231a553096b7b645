/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;

/**
 * Performs the requests of some SOP classes. One instance serves every association, so implementations are safe for
 * concurrent use.
 */
public interface DimseService extends ServiceOffer {
    /**
     * Performs a request, or rather: begins to. Called on the association's thread (several at once when an asynchronous
     * operations window has been negotiated). The final response may be given after return, from any thread; the next
     * request is then read before. What is left of the data set is drained on return. An exception is answered with
     * 0110H if the association lives and no final response has been given.
     *
     * @throws IOException if the association fails, or for any other failure
     */
    void onRequest(Association association, DimseRequest request) throws IOException;
}
