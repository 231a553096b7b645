/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata.cassandra;

import org.isocenter.archive.contention.Contention;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.retry.RetryDecision;
import com.datastax.oss.driver.api.core.retry.RetryPolicy;
import com.datastax.oss.driver.api.core.retry.RetryVerdict;
import com.datastax.oss.driver.api.core.servererrors.CoordinatorException;
import com.datastax.oss.driver.api.core.servererrors.ReadFailureException;
import com.datastax.oss.driver.api.core.servererrors.WriteFailureException;
import com.datastax.oss.driver.api.core.servererrors.WriteType;
import com.datastax.oss.driver.api.core.session.Request;

/**
 * What one node could not do is tried at the next one: a node that just started believes that the others are down, one that is
 * about to end takes nothing more, and one that waits for a dead replica gives up. The driver asks about writes only if they are
 * idempotent, as all of ours are but light-weight transactions.
 */
@SuppressWarnings("deprecation") // the interface still wants the methods that those with verdicts replace
public final class NextNodeRetryPolicy implements RetryPolicy {

    private static final int OTHER_NODES = 2;

    /** As the driver makes it. */
    public NextNodeRetryPolicy(DriverContext context, String profile) {}

    private static RetryVerdict next(int retryCount, int most) {
        if (retryCount >= most) {
            return RetryVerdict.RETHROW;
        }
        Contention.RETRY.add();
        return RetryVerdict.RETRY_NEXT;
    }

    @Override
    public RetryVerdict onReadTimeoutVerdict(
            Request request,
            ConsistencyLevel consistency,
            int blockFor,
            int received,
            boolean dataPresent,
            int retryCount) {
        return next(retryCount, 1);
    }

    @Override
    public RetryVerdict onWriteTimeoutVerdict(
            Request request,
            ConsistencyLevel consistency,
            WriteType writeType,
            int blockFor,
            int received,
            int retryCount) {
        return writeType.equals(WriteType.CAS) ? RetryVerdict.RETHROW : next(retryCount, 1);
    }

    @Override
    public RetryVerdict onUnavailableVerdict(
            Request request, ConsistencyLevel consistency, int required, int alive, int retryCount) {
        return next(retryCount, OTHER_NODES);
    }

    @Override
    public RetryVerdict onRequestAbortedVerdict(Request request, Throwable error, int retryCount) {
        return next(retryCount, OTHER_NODES);
    }

    @Override
    public RetryVerdict onErrorResponseVerdict(Request request, CoordinatorException error, int retryCount) {
        return error instanceof WriteFailureException || error instanceof ReadFailureException
                ? RetryVerdict.RETHROW
                : next(retryCount, OTHER_NODES);
    }

    @Override
    public RetryDecision onReadTimeout(
            Request request,
            ConsistencyLevel consistency,
            int blockFor,
            int received,
            boolean dataPresent,
            int retryCount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RetryDecision onWriteTimeout(
            Request request,
            ConsistencyLevel consistency,
            WriteType writeType,
            int blockFor,
            int received,
            int retryCount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RetryDecision onUnavailable(
            Request request, ConsistencyLevel consistency, int required, int alive, int retryCount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RetryDecision onRequestAborted(Request request, Throwable error, int retryCount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RetryDecision onErrorResponse(Request request, CoordinatorException error, int retryCount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
