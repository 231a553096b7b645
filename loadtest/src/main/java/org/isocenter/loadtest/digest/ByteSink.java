/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.digest;

/** Takes the bytes of the canonical form of a data set. */
@FunctionalInterface
interface ByteSink {

    /** Takes bytes, which the caller may change afterwards. */
    void write(byte[] bytes, int offset, int length);
}
