/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.isocenter.dicom.image.transcode.FrameTranscoder;
import org.isocenter.dicom.io.DatasetTranscoder;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.transcode.InstanceSource;

/**
 * The transfer syntaxes that a client takes for whole instances (PS3.18 8.7.3.5.2).
 *
 * @param wanted values of {@code transfer-syntax}, best first: a UID, {@link #ANY}, or {@link #UNSAID} when left out
 */
public record WantedSyntaxes(List<String> wanted) {

    /** As it is stored. */
    public static final String ANY = "*";

    /** The default: explicit VR little endian, or as stored if that is lossy or cannot be decoded (PS3.18 8.7.3). */
    public static final String UNSAID = "";

    public WantedSyntaxes {
        wanted = List.copyOf(wanted);
    }

    /**
     * The syntax that a stored instance goes out in, if one will do one in which its pixel data need not be encoded anew.
     *
     * @return empty if none that the client takes can be produced
     */
    public Optional<TransferSyntax> select(TransferSyntax stored) {
        return select(stored, any -> true);
    }

    /**
     * The same for one instance.
     *
     * @param haveRoom whether a transfer syntax has room for its frames; asked of those in which they would be encoded anew
     */
    public Optional<TransferSyntax> select(TransferSyntax stored, Predicate<TransferSyntax> haveRoom) {
        List<TransferSyntax> possible =
                wanted.stream().flatMap(each -> produce(each, stored).stream()).toList();
        return possible.stream()
                .filter(each -> DatasetTranscoder.canTranscode(stored, each))
                .findFirst()
                .or(() -> possible.stream()
                        .filter(each -> each.equals(stored) || haveRoom.test(each))
                        .findFirst());
    }

    private static Optional<TransferSyntax> produce(String wanted, TransferSyntax stored) {
        return switch (wanted) {
            case UNSAID -> Optional.of(byDefault(stored));
            case ANY -> Optional.of(isForbidden(stored) ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : stored);
            default -> Optional.of(TransferSyntax.of(wanted)).filter(syntax -> canGive(stored, syntax));
        };
    }

    private static TransferSyntax byDefault(TransferSyntax stored) {
        boolean stays = stored.encapsulated()
                && (FrameTranscoder.isLossy(stored)
                        || !FrameTranscoder.canTranscode(stored, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
        return stays ? stored : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    }

    private static boolean canGive(TransferSyntax stored, TransferSyntax syntax) {
        return !isForbidden(syntax) && InstanceSource.canGive(stored, syntax);
    }

    /** PS3.18 8.7.3: implicit VR little endian and explicit VR big endian shall not be used. */
    private static boolean isForbidden(TransferSyntax syntax) {
        return syntax.bigEndian() || !syntax.explicitVr();
    }
}
