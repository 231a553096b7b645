/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.util.List;
import java.util.function.Supplier;

/**
 * An instance, encoded. The arrays are shared and not to be changed.
 *
 * @param study of which it is one
 * @param seriesInstanceUid of its series
 * @param sopInstanceUid its own
 * @param sopClassUid its class
 * @param transferSyntaxUid how it is encoded
 * @param dataset in parts
 * @param digest gives the digest by value
 */
public record LoadInstance(
        StudyFacts study,
        String seriesInstanceUid,
        String sopInstanceUid,
        String sopClassUid,
        String transferSyntaxUid,
        List<byte[]> dataset,
        Supplier<String> digest) {

    /** Bytes of the data set. */
    public long length() {
        long length = 0;
        for (byte[] part : dataset) {
            length += part.length;
        }
        return length;
    }
}
