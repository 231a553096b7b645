/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

/** Reason for the Attribute Modification (0400,0565) (PS3.3 C.12.1.1.9). */
public enum CorrectionReason {
    /** Made to agree with what another system says, such as a master patient index. */
    COERCE,
    /** It was wrong. */
    CORRECT
}
