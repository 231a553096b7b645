/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import java.util.concurrent.CompletionException;

import org.isocenter.archive.error.ErrorCode;
import org.junit.jupiter.api.Test;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;

import static org.assertj.core.api.Assertions.assertThat;

class CassandraFailureTest {

    @Test
    void whatIsTooLong_isNoReasonToTryAgain() {
        assertCode("Key length of 70000 is longer than maximum of 65535", ErrorCode.LIMIT_EXCEEDED);
        assertCode("Encountered an oversized mutation (9/8) for keyspace: isocenter", ErrorCode.LIMIT_EXCEEDED);
    }

    @Test
    void whatMayPass_isUnavailable() {
        assertCode("table isocenter.instances does not exist", ErrorCode.STORAGE_UNAVAILABLE);
        DriverException down = AllNodesFailedException.fromErrors(java.util.Map.of());
        assertThat(CassandraFailure.of(down).code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
    }

    private static void assertCode(String message, ErrorCode code) {
        DriverException failure = new InvalidQueryException(null, message);
        assertThat(CassandraFailure.of(new CompletionException(failure)).code()).isEqualTo(code);
        assertThat(CassandraFailure.of(failure).code().retryable()).isEqualTo(code.retryable());
    }
}
