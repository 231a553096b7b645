/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;

/** Makes a data set of a row again. Thread-safe. */
@FunctionalInterface
public interface DatasetCodec {

    /** The data set without its bulk values, which are {@link org.isocenter.dicom.data.BulkData}. */
    Attributes attributes(StoredInstance instance);
}
