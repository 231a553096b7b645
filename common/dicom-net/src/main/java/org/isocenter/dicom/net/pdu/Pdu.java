/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

/** A protocol data unit of the upper layer (PS3.8 9.3), but for P-DATA-TF, which is streamed. */
public sealed interface Pdu permits AssociateRq, AssociateAc, AssociateRj, ReleaseRq, ReleaseRp, Abort {
    int ASSOCIATE_RQ = 0x01;
    int ASSOCIATE_AC = 0x02;
    int ASSOCIATE_RJ = 0x03;
    int P_DATA_TF = 0x04;
    int RELEASE_RQ = 0x05;
    int RELEASE_RP = 0x06;
    int ABORT = 0x07;

    /** Bytes before a PDU's variable field: type, reserved, length. */
    int HEADER_LENGTH = 6;

    /** The PDU-type. */
    int type();
}
