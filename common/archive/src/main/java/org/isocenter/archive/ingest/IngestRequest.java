/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.io.InputStream;
import java.util.Optional;

import org.isocenter.dicom.io.TransferSyntax;

/**
 * A data set that arrives.
 *
 * @param dataset the bytes after the file meta information, read to their end
 * @param transferSyntax how they are encoded
 * @param sopClassUid what the request says they are of, if it says so
 * @param sopInstanceUid what the request says they are, if it says so
 * @param likelySopInstanceUid what its surroundings say it is, if they do; what is known of that is asked for early, and no more
 * @param studyInstanceUid the study that the request asks for, if it does
 * @param sourceAet the AE title that sends, or empty
 * @param site the site that receives
 */
public record IngestRequest(
        InputStream dataset,
        TransferSyntax transferSyntax,
        Optional<String> sopClassUid,
        Optional<String> sopInstanceUid,
        Optional<String> likelySopInstanceUid,
        Optional<String> studyInstanceUid,
        String sourceAet,
        String site) {}
