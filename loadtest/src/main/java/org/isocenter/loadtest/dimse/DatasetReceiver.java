/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.IOException;
import java.io.InputStream;

/** Reads the data sets of messages as they arrive. */
@FunctionalInterface
public interface DatasetReceiver {

    /** Throws them away; they are counted all the same. */
    DatasetReceiver NONE = (sopInstanceUid, transferSyntaxUid, dataset) -> {};

    /**
     * Takes a data set; what it does not read is skipped.
     *
     * @param sopInstanceUid Affected SOP Instance UID of a C-STORE, empty for identifiers of a C-FIND
     * @param transferSyntaxUid of the presentation context
     * @param dataset until the end of the message
     */
    void receive(String sopInstanceUid, String transferSyntaxUid, InputStream dataset) throws IOException;
}
