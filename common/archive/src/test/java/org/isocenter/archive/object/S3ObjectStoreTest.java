/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.net.URI;
import java.nio.file.Path;

import org.isocenter.engines.EngineAddresses;
import org.isocenter.engines.SharedEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class S3ObjectStoreTest extends ObjectStoreContract {

    @TempDir
    static Path spool;

    private static S3ObjectStore store;

    @BeforeAll
    static void open() {
        EngineAddresses engines = SharedEngines.get();
        store = new S3ObjectStore(
                new S3Settings(URI.create(engines.s3()), engines.s3AccessKey(), engines.s3SecretKey(), "us-east-1"),
                BUCKET,
                spool);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    void assertNothingHalfWritten() {
        assertThat(spool).isEmptyDirectory();
    }
}
