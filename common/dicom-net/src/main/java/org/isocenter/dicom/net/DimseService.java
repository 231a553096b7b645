/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.dict.SopClasses;

/**
 * Performs the requests of some SOP classes. One instance serves every association, so implementations are safe for
 * concurrent use.
 */
public interface DimseService {
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
     * Performs a request, or rather: begins to. Called on the association's thread (several at once when an asynchronous
     * operations window has been negotiated). The final response may be given after return, from any thread; the next
     * request is then read before. What is left of the data set is drained on return. An exception is answered with
     * 0110H if the association lives and no final response has been given.
     *
     * @throws IOException if the association fails, or for any other failure
     */
    void onRequest(Association association, DimseRequest request) throws IOException;
}
