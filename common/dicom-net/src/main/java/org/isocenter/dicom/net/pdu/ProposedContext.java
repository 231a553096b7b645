/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.util.List;

/**
 * A presentation context as it is proposed (PS3.8 9.3.2.2).
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax the SOP class UID
 * @param transferSyntaxes in the requestor's order
 */
public record ProposedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {
    public ProposedContext {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }
}
