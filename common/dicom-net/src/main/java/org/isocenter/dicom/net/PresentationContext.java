/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import org.isocenter.dicom.io.TransferSyntax;

/**
 * An accepted presentation context.
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax the SOP class UID
 * @param transferSyntax the encoding of its data sets
 * @param localScu whether we may send requests in it
 * @param localScp whether we perform requests in it
 */
public record PresentationContext(
        int id, String abstractSyntax, TransferSyntax transferSyntax, boolean localScu, boolean localScp) {}
