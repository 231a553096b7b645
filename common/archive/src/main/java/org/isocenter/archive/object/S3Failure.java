/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;

import io.minio.errors.ErrorResponseException;

/** What a failure of the S3 store is in the catalogue. */
final class S3Failure {

    private S3Failure() {}

    /** The SDK throws IllegalStateException for what interrupts a connection. */
    static ArchiveException of(String what, Exception failure) {
        if (failure instanceof ErrorResponseException answered) {
            return switch (String.valueOf(answered.errorResponse().code())) {
                case "NoSuchKey", "NoSuchBucket", "NoSuchObject" ->
                    new ArchiveException(ErrorCode.NOT_FOUND, "there is no such object", failure);
                case "InsufficientStorage", "XMinioStorageFull", "QuotaExceeded" ->
                    new ArchiveException(ErrorCode.STORAGE_FULL, "no space is left for objects", failure);
                default -> new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, what, failure);
            };
        }
        return new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, what, failure);
    }
}
