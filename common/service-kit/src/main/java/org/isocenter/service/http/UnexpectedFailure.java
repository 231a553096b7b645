/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import org.jboss.logging.Logger;

/**
 * Writes a failure that nobody foresaw into the log, under an id that the client is told. The messages of exceptions are left
 * out, since nobody knows whether they quote a patient's data; classes and places say where to look.
 */
public final class UnexpectedFailure {

    private static final Logger LOG = Logger.getLogger(UnexpectedFailure.class);
    private static final int MAX_FRAMES = 12;
    private static final int MAX_CAUSES = 4;

    private UnexpectedFailure() {}

    /** Logs the failure and gives the id that it was logged under. */
    public static String log(Throwable failure) {
        String correlationId =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.errorf("unexpected failure %s: %s", correlationId, describe(failure));
        return correlationId;
    }

    /** Classes and stack frames of the failure and its causes, without their messages. */
    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable current = failure;
        for (int depth = 0; current != null && depth < MAX_CAUSES; depth++) {
            text.append(depth == 0 ? "" : " caused by ")
                    .append(current.getClass().getName());
            StackTraceElement[] frames = current.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
                text.append(" < ")
                        .append(frames[i].getClassName())
                        .append('.')
                        .append(frames[i].getMethodName())
                        .append(':')
                        .append(frames[i].getLineNumber());
            }
            current = current.getCause();
        }
        return text.toString();
    }
}
