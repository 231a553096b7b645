/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/**
 * Counts the C-STORE sub-operations of a C-GET or C-MOVE and tells its statuses (PS3.4 C.4.2.1.5, C.4.3.1.4). Thread-safe:
 * several sub-operations may be outstanding.
 *
 * <table>
 * <caption>Statuses</caption>
 * <tr><td>FF00</td><td>sub-operations are continuing</td></tr>
 * <tr><td>0000</td><td>all are completed, without failures</td></tr>
 * <tr><td>B000</td><td>completed with failures or warnings</td></tr>
 * <tr><td>A702</td><td>unable to perform any</td></tr>
 * <tr><td>FE00</td><td>canceled</td></tr>
 * </table>
 */
public final class SubOperations {

    /** Sub-operations are continuing. */
    public static final int PENDING = 0xFF00;

    private static final int SUCCESS = 0x0000;
    private static final int WARNING = 0xB000;
    private static final int UNABLE_TO_PERFORM = 0xA702;
    private static final int CANCELED = 0xFE00;
    private static final int WARNING_CLASS = 0xB000;
    private static final int MAX_COUNT = 0xFFFF;

    private final List<String> failedSopInstanceUids = new ArrayList<>();
    private int remaining;
    private int completed;
    private int failed;
    private int warning;
    private boolean canceled;

    /** So many are to be done. */
    public SubOperations(int total) {
        this.remaining = total;
    }

    /**
     * A sub-operation was answered.
     *
     * @param status of its C-STORE response
     */
    public synchronized void answered(String sopInstanceUid, int status) {
        if (status == SUCCESS) {
            remaining--;
            completed++;
        } else if ((status & 0xF000) == WARNING_CLASS || status == 0x0107 || status == 0x0116) {
            remaining--;
            warning++;
        } else {
            failed(sopInstanceUid);
        }
    }

    /** A sub-operation could not be performed: no acceptable context, an unreadable object, a lost connection. */
    public synchronized void failed(String sopInstanceUid) {
        remaining--;
        failed++;
        failedSopInstanceUids.add(sopInstanceUid);
    }

    /** No more are begun. */
    public synchronized void cancel() {
        canceled = true;
    }

    /** Whether no more shall be begun. */
    public synchronized boolean isCanceled() {
        return canceled;
    }

    /** Status of the last response. */
    public synchronized int finalStatus() {
        if (canceled && remaining > 0) {
            return CANCELED;
        }
        if (failed > 0 && completed == 0 && warning == 0) {
            return UNABLE_TO_PERFORM;
        }
        return failed > 0 || warning > 0 ? WARNING : SUCCESS;
    }

    /**
     * Puts the numbers into a response's command set. The number of those remaining stands in pending responses and in that
     * to a cancel, in no other.
     */
    public synchronized void writeTo(Attributes command, int status) {
        if (status == PENDING || status == CANCELED) {
            command.setInt(Tag.NumberOfRemainingSuboperations, VR.US, atMost(remaining));
        }
        command.setInt(Tag.NumberOfCompletedSuboperations, VR.US, atMost(completed));
        command.setInt(Tag.NumberOfFailedSuboperations, VR.US, atMost(failed));
        command.setInt(Tag.NumberOfWarningSuboperations, VR.US, atMost(warning));
    }

    /** The identifier of the last response: Failed SOP Instance UID List (0008,0058), or null when none failed. */
    public synchronized Attributes identifier() {
        if (failedSopInstanceUids.isEmpty()) {
            return null;
        }
        Attributes identifier = new Attributes();
        identifier.setString(Tag.FailedSOPInstanceUIDList, VR.UI, failedSopInstanceUids.toArray(String[]::new));
        return identifier;
    }

    /** The numbers are of VR US: a study of more instances shows the largest there is. */
    private static int atMost(int number) {
        return Math.min(number, MAX_COUNT);
    }
}
