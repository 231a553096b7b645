/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.archive.event.WorkitemReported;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.json.DicomJson;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/** A WebSocket over which an AE gets its event reports (PS3.18 8.10.5, 11.13). Safe for use by many threads. */
final class EventChannel {

    /** RFC 6455 7.4.1: try again later. */
    private static final short TOO_SLOW = 1013;

    private static final short NO_ANSWER = 1011;
    private static final int MESSAGE_IDS = 0xFFFF;

    private final String aet;
    private final ServerWebSocket socket;
    private final AtomicInteger messages = new AtomicInteger();
    private volatile boolean heard = true;

    EventChannel(String aet, ServerWebSocket socket) {
        this.aet = aet;
        this.socket = socket;
        socket.pongHandler(pong -> heard = true);
        // what a subscriber says has no meaning; that it says something shows that it is there
        socket.frameHandler(frame -> heard = true);
    }

    String aet() {
        return aet;
    }

    /** Sends a report; who does not read is hung up on, for reports would pile up here. */
    void send(WorkitemReported report) {
        if (socket.isClosed()) {
            return;
        }
        if (socket.writeQueueFull()) {
            socket.close(TOO_SLOW, "reports are not read");
            return;
        }
        socket.writeTextMessage(text(report, 1 + Math.floorMod(messages.getAndIncrement(), MESSAGE_IDS)));
    }

    static String text(WorkitemReported report, int messageId) {
        Attributes message = new Attributes();
        message.setString(Tag.AffectedSOPClassUID, UID.UnifiedProcedureStepEvent);
        message.setInt(Tag.MessageID, messageId);
        message.setString(Tag.AffectedSOPInstanceUID, report.workitemUid());
        message.setInt(Tag.EventTypeID, report.eventTypeId());
        message.addAll(report.information());
        return new String(DicomJson.toBytes(message, (path, vr, bulk) -> null), StandardCharsets.UTF_8);
    }

    /** Asks whether the other end is there, and hangs up if it was not since the last time. */
    void ping() {
        if (!heard) {
            socket.close(NO_ANSWER, "no answer");
            return;
        }
        heard = false;
        socket.writePing(Buffer.buffer("."));
    }
}
