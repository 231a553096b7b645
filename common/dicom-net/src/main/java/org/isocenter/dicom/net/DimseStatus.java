/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/**
 * A status (0000,0900) (PS3.7 C, PS3.4).
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>0000</td><td>success</td></tr>
 * <tr><td>FF00, FF01</td><td>pending</td></tr>
 * <tr><td>FE00</td><td>cancel</td></tr>
 * <tr><td>0001, Bxxx, 0107, 0116</td><td>warning</td></tr>
 * <tr><td>others</td><td>failure</td></tr>
 * </table>
 *
 * @param code 0 to 0xFFFF
 */
public record DimseStatus(int code) {
    public static final DimseStatus SUCCESS = new DimseStatus(0x0000);
    public static final DimseStatus PENDING = new DimseStatus(0xFF00);
    /** Pending; one or more optional keys were not supported for matching. */
    public static final DimseStatus PENDING_WARNING = new DimseStatus(0xFF01);

    public static final DimseStatus CANCEL = new DimseStatus(0xFE00);

    public static final DimseStatus ATTRIBUTE_LIST_ERROR = new DimseStatus(0x0107);
    public static final DimseStatus SOP_CLASS_NOT_SUPPORTED = new DimseStatus(0x0122);
    public static final DimseStatus CLASS_INSTANCE_CONFLICT = new DimseStatus(0x0119);
    public static final DimseStatus DUPLICATE_SOP_INSTANCE = new DimseStatus(0x0111);
    public static final DimseStatus DUPLICATE_INVOCATION = new DimseStatus(0x0210);
    public static final DimseStatus INVALID_ARGUMENT_VALUE = new DimseStatus(0x0115);
    public static final DimseStatus INVALID_ATTRIBUTE_VALUE = new DimseStatus(0x0106);
    public static final DimseStatus INVALID_SOP_INSTANCE = new DimseStatus(0x0117);
    public static final DimseStatus MISSING_ATTRIBUTE = new DimseStatus(0x0120);
    public static final DimseStatus MISSING_ATTRIBUTE_VALUE = new DimseStatus(0x0121);
    public static final DimseStatus MISTYPED_ARGUMENT = new DimseStatus(0x0212);
    public static final DimseStatus NO_SUCH_ACTION = new DimseStatus(0x0123);
    public static final DimseStatus NO_SUCH_ATTRIBUTE = new DimseStatus(0x0105);
    public static final DimseStatus NO_SUCH_EVENT_TYPE = new DimseStatus(0x0113);
    public static final DimseStatus NO_SUCH_SOP_CLASS = new DimseStatus(0x0118);
    public static final DimseStatus NO_SUCH_SOP_INSTANCE = new DimseStatus(0x0112);
    public static final DimseStatus NOT_AUTHORIZED = new DimseStatus(0x0124);
    public static final DimseStatus PROCESSING_FAILURE = new DimseStatus(0x0110);
    public static final DimseStatus RESOURCE_LIMITATION = new DimseStatus(0x0213);
    public static final DimseStatus UNRECOGNIZED_OPERATION = new DimseStatus(0x0211);

    /** Storage, query and retrieve: refused, out of resources. */
    public static final DimseStatus OUT_OF_RESOURCES = new DimseStatus(0xA700);
    /** Retrieve: refused, unable to calculate the number of matches. */
    public static final DimseStatus UNABLE_TO_CALCULATE_NUMBER_OF_MATCHES = new DimseStatus(0xA701);
    /** Retrieve: refused, unable to perform sub-operations. */
    public static final DimseStatus UNABLE_TO_PERFORM_SUBOPERATIONS = new DimseStatus(0xA702);
    /** C-MOVE: refused, move destination unknown. */
    public static final DimseStatus MOVE_DESTINATION_UNKNOWN = new DimseStatus(0xA801);
    /** Data set, or identifier, does not match the SOP class. */
    public static final DimseStatus DATASET_DOES_NOT_MATCH_SOP_CLASS = new DimseStatus(0xA900);
    /** Storage: error, cannot understand; query and retrieve: unable to process. */
    public static final DimseStatus CANNOT_UNDERSTAND = new DimseStatus(0xC000);

    /** Storage: warning, coercion of data elements. */
    public static final DimseStatus COERCION_OF_DATA_ELEMENTS = new DimseStatus(0xB000);
    /** Retrieve: warning, sub-operations complete, one or more failures or warnings. */
    public static final DimseStatus SUBOPERATIONS_COMPLETE_WITH_FAILURES = new DimseStatus(0xB000);
    /** Storage: warning, elements discarded. */
    public static final DimseStatus ELEMENTS_DISCARDED = new DimseStatus(0xB006);
    /** Storage: warning, data set does not match SOP class. */
    public static final DimseStatus DATASET_DOES_NOT_MATCH_SOP_CLASS_WARNING = new DimseStatus(0xB007);

    private static final int MAX = 0xFFFF;

    public DimseStatus {
        if (code < 0 || code > MAX) {
            throw new IllegalArgumentException("A status has 16 bits: " + code);
        }
    }

    /** The status of a response; a processing failure if it bears none. */
    static DimseStatus of(Attributes command) {
        return new DimseStatus(command.getInt(Tag.Status, PROCESSING_FAILURE.code()) & MAX);
    }

    public boolean isSuccess() {
        return code == SUCCESS.code;
    }

    public boolean isPending() {
        return code == PENDING.code || code == PENDING_WARNING.code;
    }

    public boolean isCancel() {
        return code == CANCEL.code;
    }

    public boolean isWarning() {
        return code == 0x0001 || code == 0x0107 || code == 0x0116 || code >>> 12 == 0xB;
    }

    public boolean isFailure() {
        return !isSuccess() && !isPending() && !isCancel() && !isWarning();
    }

    @Override
    public String toString() {
        return String.format("%04XH", code);
    }
}
