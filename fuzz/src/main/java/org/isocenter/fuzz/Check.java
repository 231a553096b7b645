/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;

import org.isocenter.service.match.InvalidQueryException;

import com.sun.management.ThreadMXBean;

/** What every target must hold: typed refusals only, and memory in proportion to the input. */
final class Check {

    /** Buffers that any reader may have, in bytes. */
    private static final long BASE = 16L << 20;

    /** An empty element takes eight bytes on the wire and some hundred in memory, a few times over. */
    private static final long TIMES = 2000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Check() {}

    /** Code under test. */
    interface Body {
        void run() throws IOException;
    }

    /** Runs it; refusals are fine, anything else is thrown. */
    static void run(byte[] input, Body body) {
        long most = BASE + TIMES * input.length;
        long allocated = allocated(body);
        if (allocated > most) {
            // the first time classes may have been loaded
            allocated = allocated(body);
        }
        if (allocated > most) {
            throw new AssertionError(allocated + " bytes allocated for an input of " + input.length);
        }
    }

    private static long allocated(Body body) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            body.run();
        } catch (IOException | InvalidQueryException e) {
            // PDUs, data sets, JSON, XML and multipart bodies are refused by an IOException of their own
            requireMessage(e);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static void requireMessage(Exception refusal) {
        if (refusal.getMessage() == null && !(refusal instanceof EOFException)) {
            throw new AssertionError("a refusal without a reason", refusal);
        }
    }

    /** What we wrote ourselves must be readable. */
    static <T> T own(Reread<T> body) {
        try {
            return body.read();
        } catch (IOException e) {
            throw new AssertionError("what was written cannot be read", e);
        }
    }

    /** Reads what was written. */
    interface Reread<T> {
        T read() throws IOException;
    }

    static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
