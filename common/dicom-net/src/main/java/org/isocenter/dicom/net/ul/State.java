/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.ul;

/** States of an association (PS3.8 tables 9-1 to 9-5). */
public enum State {
    /** Idle. */
    STA1,
    /** Transport connection open, awaiting A-ASSOCIATE-RQ. */
    STA2,
    /** Awaiting the local A-ASSOCIATE response primitive. */
    STA3,
    /** Awaiting transport connection opening to complete. */
    STA4,
    /** Awaiting A-ASSOCIATE-AC or A-ASSOCIATE-RJ. */
    STA5,
    /** Association established and ready for data transfer. */
    STA6,
    /** Awaiting A-RELEASE-RP. */
    STA7,
    /** Awaiting the local A-RELEASE response primitive. */
    STA8,
    /** Release collision, requestor side: awaiting the local A-RELEASE response primitive. */
    STA9,
    /** Release collision, acceptor side: awaiting A-RELEASE-RP. */
    STA10,
    /** Release collision, requestor side: awaiting A-RELEASE-RP. */
    STA11,
    /** Release collision, acceptor side: awaiting the local A-RELEASE response primitive. */
    STA12,
    /** Awaiting transport connection close indication; the association exists no longer. */
    STA13
}
