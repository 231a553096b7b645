/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.image.codec.Codecs;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.ingest.store.StorageService;
import org.isocenter.retrieve.media.FrameMediaTypes;
import org.isocenter.retrieve.media.FrameNegotiation;
import org.isocenter.retrieve.media.RenderedKind;
import org.isocenter.retrieve.media.WantedSyntaxes;
import org.isocenter.retrieve.transcode.InstanceSource;
import org.isocenter.service.http.Acceptance;

/** SOP classes and transfer syntaxes: what is kept, and in which forms it is given. */
final class StoredTables {

    private static final String JPEG_XL = "image/jxl";

    private StoredTables() {}

    static Map<String, String> all() {
        return Map.of(
                "storage-sop-classes", sopClasses(), "transfer-syntaxes", syntaxes(), "media-types", mediaTypes());
    }

    private static String sopClasses() {
        MarkdownTable table = new MarkdownTable("SOP class", "UID", "Rendered as");
        new TreeSet<>(new StorageService(null, null, null).sopClasses())
                .forEach(uid -> table.row(
                        Dictionary.uidName(uid), MarkdownTable.code(uid), rendered(RenderedKind.ofSopClass(uid))));
        return table.toString();
    }

    private static String rendered(RenderedKind kind) {
        return switch (kind) {
            case IMAGE -> "image, where it has pixel data";
            case PRESENTATION_STATE -> "the first image that it names";
            case REPORT -> "text";
            case DOCUMENT -> "PDF";
            case NOTHING -> "-";
        };
    }

    private static String syntaxes() {
        StorageService storage = new StorageService(null, null, null);
        MarkdownTable table = new MarkdownTable(
                "Transfer syntax",
                "UID",
                "Negotiated for C-STORE",
                "Decoded",
                "Encoded anew for C-GET, C-MOVE",
                "Encoded anew for DICOMweb",
                "Given by default on the web");
        for (String uid : new TreeSet<>(TransferSyntax.known())) {
            TransferSyntax syntax = TransferSyntax.of(uid);
            table.row(
                    Dictionary.uidName(uid),
                    MarkdownTable.code(uid),
                    MarkdownTable.yes(storage.acceptsTransferSyntax(UID.CTImageStorage, uid)),
                    decoded(syntax),
                    MarkdownTable.yes(InstanceSource.canGive(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, syntax)),
                    MarkdownTable.yes(new WantedSyntaxes(List.of(uid))
                            .select(TransferSyntax.EXPLICIT_LITTLE_ENDIAN)
                            .isPresent()),
                    byDefault(syntax));
        }
        return table.toString();
    }

    /** JPEG XL hangs on a library that this machine may lack. */
    private static boolean isOptional(TransferSyntax syntax) {
        return FrameMediaTypes.of(syntax).equals(JPEG_XL);
    }

    /** JPIP: the pixels lie on another server, and no such instance is kept. */
    private static boolean isReferenced(TransferSyntax syntax) {
        return syntax.isNative() && !TransferSyntax.natives().contains(syntax.uid());
    }

    private static String decoded(TransferSyntax syntax) {
        if (isOptional(syntax)) {
            return "where libjxl is installed";
        }
        if (syntax.isNative()) {
            return isReferenced(syntax) ? "-" : "native";
        }
        boolean decoder = Codecs.decoder(syntax.uid()).isPresent();
        return syntax.isVideo() && decoder ? "first frame" : MarkdownTable.yes(decoder);
    }

    private static String byDefault(TransferSyntax syntax) {
        if (isReferenced(syntax)) {
            return "-";
        }
        Optional<TransferSyntax> given = new WantedSyntaxes(List.of(WantedSyntaxes.UNSAID)).select(syntax);
        if (isOptional(syntax) && syntax.uid().endsWith(".110")) {
            return "Explicit VR Little Endian where libjxl is installed, else as stored";
        }
        return given.map(each ->
                        each.equals(syntax) && !syntax.isNative() ? "as stored" : Dictionary.uidName(each.uid()))
                .orElse("-");
    }

    private static String mediaTypes() {
        MarkdownTable table = new MarkdownTable(
                "Transfer syntax", "Media type of frames and pixel data", "Frames are encoded anew in it");
        for (String uid : new TreeSet<>(TransferSyntax.known())) {
            TransferSyntax syntax = TransferSyntax.of(uid);
            if (syntax.encapsulated() && !FrameMediaTypes.of(syntax).equals(FrameMediaTypes.OCTET_STREAM)
                    || uid.equals(UID.ExplicitVRLittleEndian)) {
                String type = FrameMediaTypes.of(syntax);
                table.row(Dictionary.uidName(uid), MarkdownTable.code(type), MarkdownTable.yes(anew(type, uid)));
            }
        }
        return table.toString();
    }

    private static boolean anew(String mediaType, String uid) {
        Acceptance acceptance = Acceptance.of(Collections.emptyList(), List.of(mediaType + "; transfer-syntax=" + uid));
        return FrameNegotiation.ofFrames(acceptance, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, true, syntax -> true)
                .isPresent();
    }
}
