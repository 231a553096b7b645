/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;

/** Hears how much memory a header takes while it is being read, and may end the reading. Used by one thread. */
@FunctionalInterface
public interface HeaderMeter {
    /** Lets every header grow up to its limits. */
    HeaderMeter NONE = bytes -> {};

    /**
     * The header grows by so many bytes, counted in mebibytes as {@link ReadLimits} counts; a header below one is not told of.
     *
     * @throws IOException to end the reading
     */
    void grow(long bytes) throws IOException;
}
