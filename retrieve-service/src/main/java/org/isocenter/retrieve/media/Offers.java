/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.service.http.DicomWeb;

/** What is said of the media types that can be given to a client that accepts none of them: the body of a 406. */
public final class Offers {

    static final String INSTANCES = "multipart/related; type=\"application/dicom\"";
    static final String BULK_DATA = "multipart/related; type=\"application/octet-stream\"";

    private Offers() {}

    /** For instances that are kept in the transfer syntaxes. */
    public static List<String> ofInstances(Collection<TransferSyntax> stored, boolean isOne) {
        TreeSet<String> syntaxes = new TreeSet<>();
        stored.forEach(each -> syntaxes.add(each.encapsulated() ? each.uid() : UID.ExplicitVRLittleEndian));
        List<String> offers = new ArrayList<>();
        for (String syntax : syntaxes) {
            offers.add(INSTANCES + "; transfer-syntax=" + syntax);
            if (isOne) {
                offers.add(DicomWeb.DICOM + "; transfer-syntax=" + syntax);
            }
        }
        offers.add(DicomWeb.ZIP);
        return offers;
    }

    /** For frames and bulk values that are kept in the transfer syntaxes. */
    public static List<String> ofFrames(Collection<TransferSyntax> stored, boolean isOne) {
        TreeSet<String> types = new TreeSet<>();
        for (TransferSyntax each : stored) {
            String syntax = each.encapsulated() ? each.uid() : UID.ExplicitVRLittleEndian;
            add(types, FrameMediaTypes.of(each), syntax, isOne);
            add(types, FrameMediaTypes.OCTET_STREAM, syntax, isOne);
        }
        return List.copyOf(types);
    }

    private static void add(TreeSet<String> types, String mediaType, String syntax, boolean isOne) {
        types.add(DicomWeb.MULTIPART_RELATED + "; type=\"" + mediaType + "\"; transfer-syntax=" + syntax);
        if (isOne) {
            types.add(mediaType + "; transfer-syntax=" + syntax);
        }
    }
}
