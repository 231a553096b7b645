/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;

/** Takes the responses to a request on the thread that reads them, which reads nothing else meanwhile. */
public interface ResponseReceiver {
    /**
     * Takes a response; one that is not pending is the last call.
     *
     * @throws IOException if its data set cannot be read; the association is aborted then
     */
    void onResponse(ReceivedResponse response) throws IOException;

    /** The association has ended, or nothing has come for too long, before the final response: the last call. */
    void onFailure(IOException cause);
}
