/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.IOException;
import java.io.InputStream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.ObjectLocation;

import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;

/** An object that waits in a spool until its key is known, and is then put. */
final class S3Upload implements ObjectUpload {

    private static final String MEDIA_TYPE = "application/dicom";
    private static final long PART_SIZE = 16L << 20;

    private final S3ObjectStore store;
    private final Spool spool;

    S3Upload(S3ObjectStore store, Spool spool) {
        this.store = store;
        this.spool = spool;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        spool.write(buffer, offset, length);
    }

    @Override
    public void commit(ObjectLocation location) {
        try {
            store.ensureBucket(location.bucket());
            put(location);
        } catch (MinioException | IllegalStateException e) {
            ArchiveException failure = S3Failure.of("an object cannot be put", e);
            if (failure.code() == ErrorCode.NOT_FOUND) {
                store.forgetBucket(location.bucket());
                throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "the bucket is gone", e);
            }
            throw failure;
        } catch (IOException e) {
            throw FileFailure.of("the spool cannot be read", e);
        }
    }

    private void put(ObjectLocation location) throws MinioException, IOException {
        PutObjectArgs.Builder request = PutObjectArgs.builder()
                .bucket(location.bucket())
                .object(location.key())
                .contentType(MEDIA_TYPE);
        if (spool.inMemory()) {
            store.client()
                    .putObject(request.data(spool.memory(), (int) spool.size()).build());
        } else {
            try (InputStream body = spool.open()) {
                store.client()
                        .putObject(request.stream(body, spool.size(), PART_SIZE).build());
            }
        }
    }

    @Override
    public void close() {
        spool.close();
    }
}
