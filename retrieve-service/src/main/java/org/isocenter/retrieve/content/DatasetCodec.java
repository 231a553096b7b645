/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.TransferSyntax;

/** What retrieving asks of the DICOM toolkit. Thread-safe. */
public interface DatasetCodec {

    /** The data set without its bulk values, which are {@link org.isocenter.dicom.data.BulkData}. */
    Attributes attributes(StoredInstance instance);

    /** Where the frames lie in the data set. */
    FrameLayout frames(StoredInstance instance);

    /** Writes a data set in another native syntax, without holding its pixels. */
    void recode(InputStream dataset, TransferSyntax from, TransferSyntax to, OutputStream out) throws IOException;

    /** Preamble and file meta information of an instance in a transfer syntax. */
    byte[] fileMetaInformation(String sopClassUid, String sopInstanceUid, TransferSyntax syntax);

    /** The bytes of a frame without the headers of the items that its fragments are in (PS3.5 A.4). */
    byte[] strip(byte[] items);
}
