/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.util.Collection;
import java.util.Set;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.dict.SopClasses;

/** What is agreed to in negotiation: SOP classes, roles and transfer syntaxes. Safe for concurrent use. */
public interface ServiceOffer {
    /** The SOP classes (or meta SOP classes) that it performs as SCP. */
    Collection<String> sopClasses();

    /** Transfer syntaxes accepted in contexts of a SOP class, in order of preference. */
    default Set<String> transferSyntaxes(String sopClass) {
        return Set.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);
    }

    /** Whether a transfer syntax is accepted; for services that take any, known or not. */
    default boolean acceptsTransferSyntax(String sopClass, String transferSyntax) {
        return transferSyntaxes(sopClass).contains(transferSyntax);
    }

    /**
     * Whether the first acceptable transfer syntax in the requestor's order is taken instead of the first in ours. So for
     * storage, where senders propose first what they hold.
     */
    default boolean prefersRequestorOrder(String sopClass) {
        return SopClasses.isStorage(sopClass) || acceptsUnlisted(sopClass);
    }

    /** Whether it performs a SOP class that is not among {@link #sopClasses()}; asked when no service lists it. */
    default boolean acceptsUnlisted(String sopClass) {
        return false;
    }

    /**
     * Whether it is SCU of a SOP class towards the association's requestor, as C-GET is of storage. Contexts in which the
     * requestor takes the SCP role (PS3.7 D.3.3.4) are accepted when any service says so.
     */
    default boolean actsAsScu(String sopClass) {
        return false;
    }

    /**
     * Answers SOP class extended negotiation (PS3.7 D.3.3.5).
     *
     * @param requested the requestor's service class application information
     * @return the answer, or null for none
     */
    default byte[] negotiateExtended(String sopClass, byte[] requested) {
        return null;
    }

    /**
     * Whether it is offered to the requestor of an association. What is relayed to another program is not offered to a program
     * that relays itself.
     */
    default boolean serves(AssociationRequest request) {
        return true;
    }
}
