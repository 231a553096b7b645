/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.relay;

import org.isocenter.dicom.net.CommandField;
import org.isocenter.dicom.net.DimseStatus;

/**
 * What a requestor is told when the program that performs its request is not there.
 *
 * <table>
 * <caption>Statuses</caption>
 * <tr><td>C-STORE, C-FIND</td><td>A700H, out of resources</td><td>PS3.4 B.2.3, C.4.1.1.4</td></tr>
 * <tr><td>C-MOVE, C-GET</td><td>A702H, unable to perform sub-operations</td><td>PS3.4 C.4.2.1.5, C.4.3.1.4</td></tr>
 * <tr><td>others</td><td>0213H, resource limitation; 0110H when it was begun perhaps</td><td>PS3.7 C.5</td></tr>
 * </table>
 */
final class RelayFailure {
    private RelayFailure() {}

    /** Nothing of it has been sent. */
    static DimseStatus unreachable(CommandField field) {
        return of(field, DimseStatus.RESOURCE_LIMITATION);
    }

    /** It has been sent, wholly or in part, and may have been performed. */
    static DimseStatus lost(CommandField field) {
        return of(field, DimseStatus.PROCESSING_FAILURE);
    }

    private static DimseStatus of(CommandField field, DimseStatus other) {
        return switch (field) {
            case C_STORE_RQ, C_FIND_RQ -> DimseStatus.OUT_OF_RESOURCES;
            case C_MOVE_RQ, C_GET_RQ -> DimseStatus.UNABLE_TO_PERFORM_SUBOPERATIONS;
            case C_ECHO_RQ,
                    N_EVENT_REPORT_RQ,
                    N_GET_RQ,
                    N_SET_RQ,
                    N_ACTION_RQ,
                    N_CREATE_RQ,
                    N_DELETE_RQ,
                    C_STORE_RSP,
                    C_GET_RSP,
                    C_FIND_RSP,
                    C_MOVE_RSP,
                    C_ECHO_RSP,
                    N_EVENT_REPORT_RSP,
                    N_GET_RSP,
                    N_SET_RSP,
                    N_ACTION_RSP,
                    N_CREATE_RSP,
                    N_DELETE_RSP,
                    C_CANCEL_RQ -> other;
        };
    }
}
