/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.dict.TransferSyntaxes;

/**
 * How a data set is encoded (PS3.5 10, annex A).
 *
 * @param uid the transfer syntax UID
 * @param explicitVr whether elements bear their VR
 * @param bigEndian whether numbers are big endian
 * @param deflated whether the data set is deflated as a whole
 * @param encapsulated whether pixel data are encapsulated in fragments
 * @param isKnown whether PS3.6 registers it; an unknown one is taken to be explicit little endian, encapsulated
 */
public record TransferSyntax(
        String uid, boolean explicitVr, boolean bigEndian, boolean deflated, boolean encapsulated, boolean isKnown) {

    public static final TransferSyntax IMPLICIT_LITTLE_ENDIAN =
            new TransferSyntax(UID.ImplicitVRLittleEndian, false, false, false, false, true);
    public static final TransferSyntax EXPLICIT_LITTLE_ENDIAN =
            new TransferSyntax(UID.ExplicitVRLittleEndian, true, false, false, false, true);
    public static final TransferSyntax EXPLICIT_BIG_ENDIAN =
            new TransferSyntax(UID.ExplicitVRBigEndian, true, true, false, false, true);
    public static final TransferSyntax DEFLATED =
            new TransferSyntax(UID.DeflatedExplicitVRLittleEndian, true, false, true, false, true);

    // 1.2.840.10008.1.2.4.100 to .108, each also with .1 for the fragmentable form
    private static final String VIDEO = "1.2.840.10008.1.2.4.10";
    private static final Set<String> KNOWN = TransferSyntaxes.uids();

    /** The transfer syntax of a UID. */
    public static TransferSyntax of(String uid) {
        return switch (uid) {
            case UID.ImplicitVRLittleEndian -> IMPLICIT_LITTLE_ENDIAN;
            case UID.ExplicitVRLittleEndian -> EXPLICIT_LITTLE_ENDIAN;
            case UID.ExplicitVRBigEndian -> EXPLICIT_BIG_ENDIAN;
            case UID.DeflatedExplicitVRLittleEndian -> DEFLATED;
            case UID.JPIPReferencedDeflate, UID.JPIPHTJ2KReferencedDeflate ->
                new TransferSyntax(uid, true, false, true, false, true);
            case UID.JPIPReferenced, UID.JPIPHTJ2KReferenced ->
                new TransferSyntax(uid, true, false, false, false, true);
            default -> new TransferSyntax(uid, true, false, false, true, KNOWN.contains(uid));
        };
    }

    /** Every registered transfer syntax. */
    public static Set<String> known() {
        return KNOWN;
    }

    /** Whether pixel data are one stream of MPEG-2, H.264 or HEVC, so that frames cannot be taken out. */
    public boolean isVideo() {
        return uid.startsWith(VIDEO) && uid.length() > VIDEO.length() && isVideoNumber();
    }

    private boolean isVideoNumber() {
        char number = uid.charAt(VIDEO.length());
        return number >= '0' && number <= '8';
    }

    /** Whether pixel data stand as they are: implicit, explicit or deflated, in either byte order. */
    public boolean isNative() {
        return !encapsulated;
    }

    /** The four native transfer syntaxes. */
    public static Set<String> natives() {
        return Stream.of(EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN, EXPLICIT_BIG_ENDIAN, DEFLATED)
                .map(TransferSyntax::uid)
                .collect(Collectors.toUnmodifiableSet());
    }
}
