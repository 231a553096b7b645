/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.dicom;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.pdu.Pdu;
import org.isocenter.dicom.net.pdu.PduDecoder;
import org.isocenter.dicom.net.pdu.PduException;

/**
 * The first PDU of a side, as it came and as it is understood.
 *
 * @param bytes the whole PDU with its header
 * @param pdu what it says
 */
record FirstPdu(byte[] bytes, Pdu pdu) {

    /** As dicom-net bounds it: 128 contexts with all transfer syntaxes are a tenth of that. */
    private static final int MAX_LENGTH = 1 << 20;

    private static final int CHUNK = 8192;

    /**
     * Reads it, no byte more, and not longer than the limit in all: a peer that sends one byte a second is not waited for.
     *
     * @throws PduException if it is none that may come first
     * @throws SocketTimeoutException when the limit passes
     * @throws EOFException if the connection ends before
     */
    static FirstPdu read(Socket socket, Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        byte[] header = read(socket, Pdu.HEADER_LENGTH, deadline);
        int type = header[0] & 0xFF;
        if (type < Pdu.ASSOCIATE_RQ || type > Pdu.ABORT || type == Pdu.P_DATA_TF) {
            throw new PduException(Abort.UNEXPECTED_PDU, "PDU of type " + type);
        }
        long length = (header[2] & 0xFFL) << 24 | (header[3] & 0xFF) << 16 | (header[4] & 0xFF) << 8 | header[5] & 0xFF;
        if (length > MAX_LENGTH) {
            throw new PduException(Abort.INVALID_PDU_PARAMETER, "PDU of " + length + " bytes");
        }
        byte[] field = read(socket, (int) length, deadline);
        byte[] whole = new byte[header.length + field.length];
        System.arraycopy(header, 0, whole, 0, header.length);
        System.arraycopy(field, 0, whole, header.length, field.length);
        return new FirstPdu(whole, PduDecoder.decode(type, field));
    }

    /** Takes memory for what has come, not for what was announced. */
    private static byte[] read(Socket socket, int length, long deadline) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream read = new ByteArrayOutputStream(Math.min(length, CHUNK));
        byte[] chunk = new byte[Math.min(length, CHUNK)];
        while (read.size() < length) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException("no PDU in time");
            }
            socket.setSoTimeout((int) left);
            int count = in.read(chunk, 0, Math.min(chunk.length, length - read.size()));
            if (count < 0) {
                throw new EOFException("the connection ended before its first PDU");
            }
            read.write(chunk, 0, count);
        }
        return read.toByteArray();
    }
}
