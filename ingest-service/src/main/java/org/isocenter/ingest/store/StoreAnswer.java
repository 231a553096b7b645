/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.store;

import java.util.Locale;
import java.util.Optional;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.ingest.IngestResult;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/**
 * What a C-STORE is answered with (PS3.4 B.2.3).
 *
 * <table>
 *   <caption>Statuses</caption>
 *   <tr><td>0000</td><td>stored, or the same was stored before</td></tr>
 *   <tr><td>B000</td><td>other content is kept under the UID; this one is in quarantine</td></tr>
 *   <tr><td>A700</td><td>an engine is down or full, or too much is under way: send again</td></tr>
 *   <tr><td>A900</td><td>identifiers are missing, malformed or not those of the request</td></tr>
 *   <tr><td>Cxxx</td><td>the bytes are no data set, or pass a limit</td></tr>
 *   <tr><td>0122</td><td>the SOP class is not accepted</td></tr>
 *   <tr><td>0110</td><td>a fault of our own</td></tr>
 * </table>
 *
 * @param status Status (0000,0900)
 * @param errorComment Error Comment (0000,0902), at most 64 characters, without patient data
 */
record StoreAnswer(int status, Optional<String> errorComment) {

    /** PS3.7 C.5.10: another operation than C-STORE on a storage context. */
    static final StoreAnswer UNRECOGNIZED_OPERATION = new StoreAnswer(0x0211, Optional.empty());

    private static final int SUCCESS = 0x0000;
    private static final int COERCION_OF_DATA_ELEMENTS = 0xb000;
    private static final int MAX_COMMENT_LENGTH = 64;
    private static final StoreAnswer STORED = new StoreAnswer(SUCCESS, Optional.empty());
    private static final StoreAnswer QUARANTINED = new StoreAnswer(
            COERCION_OF_DATA_ELEMENTS, Optional.of("other content has this SOP Instance UID: quarantined"));

    static StoreAnswer of(IngestResult result) {
        return switch (result.outcome()) {
            case STORED, DUPLICATE -> STORED;
            case QUARANTINED -> QUARANTINED;
        };
    }

    static StoreAnswer of(ArchiveException exception) {
        ErrorCode code = exception.code();
        // messages may be longer than the element takes, so the code speaks for them then
        String message = exception.getMessage();
        String comment = message == null || message.length() > MAX_COMMENT_LENGTH || message.indexOf('\\') >= 0
                ? code.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : message;
        return new StoreAnswer(code.dimseStatus(), Optional.of(comment));
    }

    /** Adds the comment to the command set of a response. */
    void addTo(Attributes command) {
        errorComment.ifPresent(comment -> command.setString(Tag.ErrorComment, VR.LO, comment));
    }
}
