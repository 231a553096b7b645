/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.StoredInstance;
import org.junit.jupiter.api.Test;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CassandraFailureTest {

    @Test
    void whatIsTooLong_isNoReasonToTryAgain() {
        assertCode("Key length of 70000 is longer than maximum of 65535", ErrorCode.LIMIT_EXCEEDED);
        assertCode("Encountered an oversized mutation (9/8) for keyspace: isocenter", ErrorCode.LIMIT_EXCEEDED);
    }

    @Test
    void whatMayPass_isUnavailable() {
        assertCode("table isocenter.instances does not exist", ErrorCode.STORAGE_UNAVAILABLE);
        DriverException down = AllNodesFailedException.fromErrors(Map.of());
        assertThat(CassandraFailure.of(down).code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
    }

    /** Cassandra would close the connection, on which others wait for their answers. */
    @Test
    void rowBeyondTheLongestMessage_isRefusedBeforeItIsSent() {
        CassandraSettings nowhere = new CassandraSettings(
                List.of(new InetSocketAddress("127.0.0.1", 1)), "datacenter1", "k", 1, Duration.ofSeconds(1));
        try (CassandraMetadataStore store = new CassandraMetadataStore(new CassandraConnection(nowhere))) {
            assertThat(codeOf(store, 8 << 20)).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
            assertThat(codeOf(store, 1 << 20)).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
        }
    }

    private static ErrorCode codeOf(CassandraMetadataStore store, int header) {
        StoredInstance instance = new StoredInstance(
                new InstanceUids("1.2", "1.3", "1.4"),
                "1.2.840.10008.5.1.4.1.1.7",
                "1.2.840.10008.1.2.1",
                new ObjectLocation("hot", "a"),
                Digest.of(new byte[32]),
                300,
                header + 300L,
                0,
                Instant.EPOCH,
                "CT1",
                "main",
                InstanceState.ACTIVE,
                new byte[header],
                new byte[0],
                new byte[0]);
        ArchiveException failure = catchThrowableOfType(CompletionException.class, () -> store.commitInstance(instance)
                                        .toCompletableFuture()
                                        .join())
                                .getCause()
                        instanceof ArchiveException refused
                ? refused
                : null;
        assertThat(failure).isNotNull();
        return failure.code();
    }

    private static void assertCode(String message, ErrorCode code) {
        DriverException failure = new InvalidQueryException(null, message);
        assertThat(CassandraFailure.of(new CompletionException(failure)).code()).isEqualTo(code);
        assertThat(CassandraFailure.of(failure).code().retryable()).isEqualTo(code.retryable());
    }
}
