/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/** Command sets of requests and responses (PS3.7 9.3, 10.3). */
final class Commands {
    private Commands() {}

    /** What all requests with an Affected SOP Class have. */
    static Attributes request(CommandField field, String sopClassUid) {
        Attributes command = new Attributes();
        int tag = field.namesRequestedSop() ? Tag.RequestedSOPClassUID : Tag.AffectedSOPClassUID;
        command.setString(tag, VR.UI, sopClassUid);
        command.setInt(Tag.CommandField, VR.US, field.code());
        return command;
    }

    /** A request on an instance; null if its performer is to choose the UID. */
    static Attributes request(CommandField field, String sopClassUid, String sopInstanceUid) {
        Attributes command = request(field, sopClassUid);
        if (sopInstanceUid != null) {
            int tag = field.namesRequestedSop() ? Tag.RequestedSOPInstanceUID : Tag.AffectedSOPInstanceUID;
            command.setString(tag, VR.UI, sopInstanceUid);
        }
        return command;
    }

    static Attributes request(CommandField field, String sopClassUid, Priority priority) {
        Attributes command = request(field, sopClassUid);
        command.setInt(Tag.Priority, VR.US, priority.code());
        return command;
    }

    static Attributes store(
            String sopClassUid, String sopInstanceUid, Priority priority, MoveOriginator moveOriginator) {
        Attributes command = request(CommandField.C_STORE_RQ, sopClassUid, sopInstanceUid);
        command.setInt(Tag.Priority, VR.US, priority.code());
        if (moveOriginator != null) {
            command.setString(Tag.MoveOriginatorApplicationEntityTitle, VR.AE, moveOriginator.aeTitle());
            command.setInt(Tag.MoveOriginatorMessageID, VR.US, moveOriginator.messageId());
        }
        return command;
    }

    static Attributes cancel(int messageId) {
        Attributes command = new Attributes();
        command.setInt(Tag.CommandField, VR.US, CommandField.C_CANCEL_RQ.code());
        command.setInt(Tag.MessageIDBeingRespondedTo, VR.US, messageId);
        return command;
    }

    /** A response with the UIDs of its request. */
    static Attributes response(DimseRequest request, CommandField field, int status) {
        Attributes command = new Attributes();
        String sopClassUid = request.affectedSopClassUid();
        if (sopClassUid != null) {
            command.setString(Tag.AffectedSOPClassUID, VR.UI, sopClassUid);
        }
        command.setInt(Tag.CommandField, VR.US, field.code());
        command.setInt(Tag.MessageIDBeingRespondedTo, VR.US, request.messageId());
        command.setInt(Tag.Status, VR.US, status);
        String sopInstanceUid = request.affectedSopInstanceUid();
        if (sopInstanceUid != null) {
            command.setString(Tag.AffectedSOPInstanceUID, VR.UI, sopInstanceUid);
        }
        return command;
    }
}
