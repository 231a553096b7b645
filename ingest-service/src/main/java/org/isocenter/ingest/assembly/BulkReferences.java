/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.json.BulkDataSource;

/** The addresses that a document refers to, by numbers which stand in place of the values until these are known. */
final class BulkReferences implements BulkDataSource {

    private static final int UNKNOWN_LENGTH = 0;

    private final List<String> uris = new ArrayList<>();

    @Override
    public Object valueOf(int tag, VR vr, String uri) {
        uris.add(uri);
        return new BulkData(uris.size() - 1, UNKNOWN_LENGTH);
    }

    /** The address behind a value that this has given. */
    String uri(BulkData reference) {
        return uris.get((int) reference.offset());
    }
}
