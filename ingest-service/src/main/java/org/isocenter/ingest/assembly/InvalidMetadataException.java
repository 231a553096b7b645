/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.io.IOException;

import org.isocenter.dicom.json.InvalidDicomJsonException;
import org.isocenter.dicom.xml.InvalidNativeXmlException;

/** Metadata that are no document of their form. The message says where, and holds nothing of them. */
public final class InvalidMetadataException extends IOException {

    private static final long serialVersionUID = 1L;

    InvalidMetadataException(IOException cause) {
        super(
                cause instanceof InvalidDicomJsonException || cause instanceof InvalidNativeXmlException
                        ? cause.getMessage()
                        : "the text cannot be read",
                cause);
    }
}
