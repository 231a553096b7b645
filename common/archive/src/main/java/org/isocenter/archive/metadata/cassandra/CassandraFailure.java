/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;

/** What a failure of the driver is in the catalogue. */
public final class CassandraFailure {

    /** What Cassandra says of a mutation beyond its largest, and of a key beyond 64 KiB. */
    private static final Pattern TOO_LONG =
            Pattern.compile("oversized|too large|longer than maximum", Pattern.CASE_INSENSITIVE);

    private CassandraFailure() {}

    /** The exception of the catalogue for whatever a statement ended with. */
    public static ArchiveException of(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof ArchiveException known) {
            return known;
        }
        if (cause instanceof InvalidQueryException
                && TOO_LONG.matcher(String.valueOf(cause.getMessage())).find()) {
            // to try again would be of no use
            return new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "a value is too long to be kept", cause);
        }
        return cause instanceof DriverException
                ? new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "Cassandra does not answer", cause)
                : new ArchiveException(ErrorCode.INTERNAL, "a statement failed", cause);
    }
}
