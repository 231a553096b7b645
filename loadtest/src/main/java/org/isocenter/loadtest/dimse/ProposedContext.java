/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.util.List;

/**
 * A presentation context that is proposed (PS3.8 9.3.2.2).
 *
 * @param abstractSyntax SOP class
 * @param transferSyntaxes of which the acceptor chooses one
 * @param asScp whether this side also receives instances of the class (C-GET)
 */
public record ProposedContext(String abstractSyntax, List<String> transferSyntaxes, boolean asScp) {

    static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";

    /** Takes the list over. */
    public ProposedContext {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }

    /** Explicit VR little endian. */
    public static ProposedContext of(String abstractSyntax) {
        return new ProposedContext(abstractSyntax, List.of(EXPLICIT_LITTLE_ENDIAN), false);
    }

    /** One transfer syntax. */
    public static ProposedContext of(String abstractSyntax, String transferSyntax) {
        return new ProposedContext(abstractSyntax, List.of(transferSyntax), false);
    }
}
