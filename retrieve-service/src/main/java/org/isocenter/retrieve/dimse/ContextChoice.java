/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.util.Comparator;
import java.util.Optional;

import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.PresentationContext;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.transcode.InstanceSource;

/** In which of the accepted transfer syntaxes an instance goes out. */
final class ContextChoice {

    private ContextChoice() {}

    /** As it is stored if that is accepted, else encoded anew, uncompressed if that is accepted; empty if neither can be. */
    static Optional<TransferSyntax> choose(Association association, InstanceObject instance, InstanceSource source) {
        TransferSyntax stored = instance.transferSyntax();
        if (association.contextFor(instance.sopClassUid(), stored).isPresent()) {
            return Optional.of(stored);
        }
        return association.contextsFor(instance.sopClassUid()).stream()
                .map(PresentationContext::transferSyntax)
                .filter(accepted -> InstanceSource.canGive(stored, accepted))
                .sorted(Comparator.comparing(TransferSyntax::encapsulated)
                        .thenComparing(accepted -> !accepted.explicitVr())
                        .thenComparing(TransferSyntax::bigEndian)
                        .thenComparing(TransferSyntax::deflated))
                .filter(accepted -> source.canGive(instance, accepted))
                .findFirst();
    }
}
