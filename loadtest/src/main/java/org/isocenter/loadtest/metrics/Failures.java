/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.metrics;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;

import org.isocenter.loadtest.dimse.AbortedException;
import org.isocenter.loadtest.dimse.RejectedException;
import org.isocenter.loadtest.dimse.StatusException;
import org.isocenter.loadtest.http.HttpStatusException;

/** Sorts failures into kinds. */
public final class Failures {

    /** An arrival that was due but for which no client was free until the end. */
    public static final String NOT_BEGUN = "not begun";

    /** What was under way when the run ended and did not end in time. */
    public static final String UNFINISHED = "unfinished";

    private static final Set<Integer> DEFINITE = Set.of(400, 401, 403, 404, 406, 409, 411, 413, 415, 429, 503, 507);

    private Failures() {}

    /** A short name for tables: all failures with the same cause have the same. */
    public static String kindOf(IOException failure) {
        if (failure instanceof StatusException status) {
            return String.format(Locale.ROOT, "status %04X", status.status());
        } else if (failure instanceof HttpStatusException status) {
            return "HTTP " + status.status();
        } else if (failure instanceof WrongAnswerException wrong) {
            return wrong.kind();
        } else if (failure instanceof RejectedException) {
            return "rejected";
        } else if (failure instanceof AbortedException) {
            return "aborted";
        } else if (failure instanceof SocketTimeoutException) {
            return "time-out";
        } else if (wasNotSent(failure)) {
            return "no connection";
        } else if (failure instanceof ClosedByInterruptException) {
            return UNFINISHED;
        } else if (failure instanceof SSLException) {
            return "TLS";
        } else if (failure instanceof EOFException
                || failure instanceof ClosedChannelException
                || failure instanceof SocketException
                || String.valueOf(failure.getMessage()).contains("reset")
                || String.valueOf(failure.getMessage()).contains("Broken pipe")) {
            return "connection lost";
        }
        return "protocol";
    }

    /** Whether an instance is certainly not stored after a failure: the archive said so, or nothing of it was sent. */
    public static boolean isRefusal(IOException failure) {
        return failure instanceof StatusException
                || failure instanceof RejectedException
                || failure instanceof HttpStatusException status && DEFINITE.contains(status.status())
                || wasNotSent(failure);
    }

    private static boolean wasNotSent(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException;
    }
}
