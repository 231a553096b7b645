/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;

/** Performs requests, such as the C-STORE sub-operations of a C-GET. */
@FunctionalInterface
public interface RequestHandler {
    /** As {@link DimseService#onRequest}. */
    void onRequest(Association association, DimseRequest request) throws IOException;
}
