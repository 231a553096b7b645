/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.IOException;
import java.util.Locale;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

/** What a failure of a file system is in the catalogue. */
final class FileFailure {

    private FileFailure() {}

    static ArchiveException of(String what, IOException failure) {
        String reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = reason.contains("no space left") || reason.contains("quota exceeded");
        return full
                ? new ArchiveException(ErrorCode.STORAGE_FULL, "no space is left for objects", failure)
                : new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, what, failure);
    }
}
