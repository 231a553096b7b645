/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import org.isocenter.dicom.data.Attributes;

/** What is said of a transaction of storage commitment. */
public sealed interface CommitmentAnswer {

    /**
     * It has come to its end.
     *
     * @param result Referenced SOP Sequence and Failed SOP Sequence
     */
    record Done(Attributes result) implements CommitmentAnswer {}

    /** It is under way. */
    record Pending() implements CommitmentAnswer {}

    /** The transaction UID stands for another request. */
    record InUse() implements CommitmentAnswer {}

    /** It came to its end so long ago that the result is no longer kept. */
    record Expired() implements CommitmentAnswer {}

    /** Nobody asked for it. */
    record Unknown() implements CommitmentAnswer {}
}
