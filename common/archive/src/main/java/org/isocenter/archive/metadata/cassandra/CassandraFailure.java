/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.concurrent.CompletionException;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

import com.datastax.oss.driver.api.core.DriverException;

/** What a failure of the driver is in the catalogue. */
final class CassandraFailure {

    private CassandraFailure() {}

    static ArchiveException of(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof ArchiveException known) {
            return known;
        }
        return cause instanceof DriverException
                ? new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "Cassandra does not answer", cause)
                : new ArchiveException(ErrorCode.INTERNAL, "a statement failed", cause);
    }
}
