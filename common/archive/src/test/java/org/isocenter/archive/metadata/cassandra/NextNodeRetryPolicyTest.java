/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import org.junit.jupiter.api.Test;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.retry.RetryVerdict;
import com.datastax.oss.driver.api.core.servererrors.DefaultWriteType;

import static org.assertj.core.api.Assertions.assertThat;

class NextNodeRetryPolicyTest {

    private static final DefaultConsistencyLevel QUORUM = DefaultConsistencyLevel.LOCAL_QUORUM;

    private final NextNodeRetryPolicy policy = new NextNodeRetryPolicy(null, "default");

    @Test
    void nodeThatWaitedInVain_isLeftForAnotherOnce() {
        assertThat(policy.onReadTimeoutVerdict(null, QUORUM, 2, 1, false, 0)).isEqualTo(RetryVerdict.RETRY_NEXT);
        assertThat(policy.onReadTimeoutVerdict(null, QUORUM, 2, 1, false, 1)).isEqualTo(RetryVerdict.RETHROW);
        assertThat(policy.onWriteTimeoutVerdict(null, QUORUM, DefaultWriteType.SIMPLE, 2, 1, 0))
                .isEqualTo(RetryVerdict.RETRY_NEXT);
        assertThat(policy.onWriteTimeoutVerdict(null, QUORUM, DefaultWriteType.SIMPLE, 2, 1, 1))
                .isEqualTo(RetryVerdict.RETHROW);
    }

    @Test
    void nodeThatBelievesTheOthersDown_isLeftForAllOthers() {
        assertThat(policy.onUnavailableVerdict(null, QUORUM, 2, 1, 0)).isEqualTo(RetryVerdict.RETRY_NEXT);
        assertThat(policy.onUnavailableVerdict(null, QUORUM, 2, 1, 1)).isEqualTo(RetryVerdict.RETRY_NEXT);
        assertThat(policy.onUnavailableVerdict(null, QUORUM, 2, 1, 2)).isEqualTo(RetryVerdict.RETHROW);
    }

    @Test
    void connectionThatBroke_isLeftForAnother() {
        assertThat(policy.onRequestAbortedVerdict(null, new IllegalStateException(), 0))
                .isEqualTo(RetryVerdict.RETRY_NEXT);
    }

    @Test
    void lightWeightTransaction_isNotRepeated() {
        assertThat(policy.onWriteTimeoutVerdict(null, QUORUM, DefaultWriteType.CAS, 2, 1, 0))
                .isEqualTo(RetryVerdict.RETHROW);
    }
}
