/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.ReadLimits;

/** A request that a peer has sent. Its data set is read by one thread; the rest is safe for concurrent use. */
public final class DimseRequest {
    private final PresentationContext context;
    private final Attributes command;
    private final CommandField field;
    private final DatasetInput dataset;
    private final MessagePump pump;
    private final long arrivedAtNanos = System.nanoTime();
    private Runnable onCancel = () -> {};
    private volatile boolean canceled;
    private volatile boolean answered;

    DimseRequest(IncomingMessage message, MessagePump pump) {
        this.context = message.context();
        this.command = message.command();
        this.field = message.field();
        this.dataset = message.dataset();
        this.pump = pump;
    }

    public PresentationContext context() {
        return context;
    }

    /** The command set. */
    public Attributes command() {
        return command;
    }

    public CommandField field() {
        return field;
    }

    /** Message ID (0000,0110). */
    public int messageId() {
        return command.getInt(Tag.MessageID, 0);
    }

    /** Affected, or else Requested, SOP Class UID; null if absent. */
    public String affectedSopClassUid() {
        return command.getString(Tag.AffectedSOPClassUID, command.getString(Tag.RequestedSOPClassUID));
    }

    /** Affected, or else Requested, SOP Instance UID; null if absent. */
    public String affectedSopInstanceUid() {
        return command.getString(Tag.AffectedSOPInstanceUID, command.getString(Tag.RequestedSOPInstanceUID));
    }

    /** Move Destination (0000,0600); null if absent. */
    public String moveDestination() {
        return command.getString(Tag.MoveDestination);
    }

    /** Priority (0000,0700). */
    public Priority priority() {
        return switch (command.getInt(Tag.Priority, 0)) {
            case 1 -> Priority.HIGH;
            case 2 -> Priority.LOW;
            default -> Priority.MEDIUM;
        };
    }

    /**
     * The data set's bytes in the context's transfer syntax, straight from the connection: reads block, and end in an
     * IOException when the association is aborted or lost before the data set's end. Null if there is none.
     */
    public InputStream dataset() {
        return dataset;
    }

    /** Reads the whole data set, within {@link ReadLimits#MESSAGE}; empty if there is none. */
    public Attributes readDataset() throws IOException {
        InputStream in = dataset == null ? new ByteArrayInputStream(new byte[0]) : dataset;
        return DatasetReader.read(in, context.transferSyntax(), ReadLimits.MESSAGE);
    }

    /** Whether a C-CANCEL has come for this request, or the association is gone. Cheap enough to ask for each match. */
    public boolean isCanceled() {
        if (!canceled) {
            pump.poll();
        }
        return canceled || pump.hasFailed();
    }

    DatasetInput input() {
        return dataset;
    }

    /**
     * Has an action run when a C-CANCEL comes for this request, on the thread that reads it; at once if it has come. The action
     * takes the place of a former one.
     */
    public void onCancel(Runnable action) {
        boolean late;
        synchronized (this) {
            onCancel = action;
            late = canceled;
        }
        if (late) {
            action.run();
        }
    }

    void cancel() {
        Runnable action;
        synchronized (this) {
            canceled = true;
            action = onCancel;
        }
        action.run();
    }

    boolean isAnswered() {
        return answered;
    }

    void setAnswered() {
        answered = true;
    }

    long arrivedAtNanos() {
        return arrivedAtNanos;
    }
}
