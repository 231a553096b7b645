/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.function.Predicate;

import org.isocenter.dicom.data.Attributes;

/** Makes matching keys (PS3.4 C.2.2.2) a question that is asked of data sets. */
@FunctionalInterface
public interface WorkitemMatching {

    /**
     * The question.
     *
     * @throws RuntimeException if a key cannot be read
     */
    Predicate<Attributes> of(Attributes keys);
}
