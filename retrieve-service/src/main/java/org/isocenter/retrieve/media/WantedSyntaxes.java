/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.List;
import java.util.Optional;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * The transfer syntaxes that a client takes for whole instances (PS3.18 8.7.3.5.2).
 *
 * @param wanted values of {@code transfer-syntax}, best first: a UID, {@link #ANY}, or {@link #UNSAID} when left out
 */
public record WantedSyntaxes(List<String> wanted) {

    /** As it is stored. */
    public static final String ANY = "*";

    /** The default: explicit VR little endian, or as stored if compressed. */
    public static final String UNSAID = "";

    public WantedSyntaxes {
        wanted = List.copyOf(wanted);
    }

    /**
     * The syntax that a stored instance goes out in.
     *
     * @return empty if none that the client takes can be produced
     */
    public Optional<TransferSyntax> select(TransferSyntax stored) {
        return wanted.stream().flatMap(each -> produce(each, stored).stream()).findFirst();
    }

    private static Optional<TransferSyntax> produce(String wanted, TransferSyntax stored) {
        return switch (wanted) {
            case UNSAID -> Optional.of(stored.encapsulated() ? stored : TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
            case ANY -> Optional.of(isForbidden(stored) ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : stored);
            case UID.ExplicitVRLittleEndian, UID.DeflatedExplicitVRLittleEndian ->
                stored.encapsulated() ? Optional.empty() : Optional.of(TransferSyntax.of(wanted));
            default -> wanted.equals(stored.uid()) && !isForbidden(stored) ? Optional.of(stored) : Optional.empty();
        };
    }

    /** PS3.18 8.7.3: implicit VR little endian and explicit VR big endian shall not be used. */
    private static boolean isForbidden(TransferSyntax syntax) {
        return syntax.bigEndian() || !syntax.explicitVr();
    }
}
