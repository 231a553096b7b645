/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

/** Whether an instance is shown. */
public enum InstanceState {
    /** Found and retrieved. */
    ACTIVE,
    /** Hidden by a rejection note (IHE IOCM); it can be restored. */
    REJECTED,
    /** Hidden while its content is deleted for ever; it cannot be restored any more. */
    DELETING
}
