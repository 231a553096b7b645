/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;

/** Takes bytes in order. */
@FunctionalInterface
public interface ByteSink {
    /** A sink that keeps nothing. */
    ByteSink NONE = (buffer, offset, length) -> {};

    /** Takes the bytes; the buffer is used again after the call. */
    void write(byte[] buffer, int offset, int length) throws IOException;
}
