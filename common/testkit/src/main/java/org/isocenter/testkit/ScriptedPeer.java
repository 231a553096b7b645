/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

/**
 * A peer that says what the test scripts, byte for byte: right PDUs, wrong ones, garbage, or nothing at all.
 *
 * <p>It knows the six-byte PDU header (PS3.8 9.3) and nothing of the state machine. Not safe for several threads.
 */
public final class ScriptedPeer implements AutoCloseable {

    /** PDU types of PS3.8 9.3. */
    public static final int A_ASSOCIATE_RQ = 1;

    /** A-ASSOCIATE-AC. */
    public static final int A_ASSOCIATE_AC = 2;

    /** A-ASSOCIATE-RJ. */
    public static final int A_ASSOCIATE_RJ = 3;

    /** P-DATA-TF. */
    public static final int P_DATA_TF = 4;

    /** A-RELEASE-RQ. */
    public static final int A_RELEASE_RQ = 5;

    /** A-RELEASE-RP. */
    public static final int A_RELEASE_RP = 6;

    /** A-ABORT. */
    public static final int A_ABORT = 7;

    private static final int MAX_PDU = 64 << 20;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /**
     * A PDU as it came.
     *
     * @param type its type, 1 to 7 in the standard
     * @param body what follows its six-byte header
     */
    public record Pdu(int type, byte[] body) {}

    private ScriptedPeer(Socket socket, Duration patience) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /**
     * Connects to a server on the loopback interface.
     *
     * @param port its port
     * @param patience how long a read waits before it fails with SocketTimeoutException
     */
    public static ScriptedPeer connect(int port, Duration patience) throws IOException {
        Socket socket = new Socket();
        socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Math.toIntExact(patience.toMillis()));
        return new ScriptedPeer(socket, patience);
    }

    /** Waits for one connection to a listening socket, as the acceptor's side. */
    public static ScriptedPeer accept(ServerSocket listener, Duration patience) throws IOException {
        listener.setSoTimeout(Math.toIntExact(patience.toMillis()));
        return new ScriptedPeer(listener.accept(), patience);
    }

    /** Opens a listening socket on a free port of the loopback interface. */
    public static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    }

    /** Sends a PDU with its right length. */
    public ScriptedPeer sendPdu(int type, byte[] body) throws IOException {
        return sendPdu(type, body.length, body);
    }

    /** Sends a PDU that claims a length of its own. */
    public ScriptedPeer sendPdu(int type, long claimedLength, byte[] body) throws IOException {
        byte[] pdu = new byte[6 + body.length];
        pdu[0] = (byte) type;
        for (int i = 0; i < 4; i++) {
            pdu[2 + i] = (byte) (claimedLength >>> (24 - 8 * i));
        }
        System.arraycopy(body, 0, pdu, 6, body.length);
        return send(pdu);
    }

    /** Sends bytes as they are. */
    public ScriptedPeer send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Sends bytes in small pieces with a pause after each. */
    public ScriptedPeer sendSlowly(byte[] bytes, int pieceLength, Duration pause) throws IOException {
        for (int from = 0; from < bytes.length; from += pieceLength) {
            send(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + pieceLength)));
            stall(pause);
        }
        return this;
    }

    /** Says nothing for a while. */
    public ScriptedPeer stall(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    /**
     * Reads the next PDU.
     *
     * @return null if the other side has closed the connection
     */
    public Pdu receive() throws IOException {
        int type = in.read();
        if (type < 0) {
            return null;
        }
        in.skipNBytes(1);
        long length = in.readInt() & 0xFFFFFFFFL;
        if (length > MAX_PDU) {
            throw new IOException("a PDU of " + length + " bytes");
        }
        byte[] body = new byte[(int) length];
        in.readFully(body);
        return new Pdu(type, body);
    }

    /** Whether the other side closes or resets the connection before the patience ends, whatever it sends before. */
    public boolean isClosedByPeer() throws IOException {
        try {
            while (in.read() >= 0) {
                // what comes before the end does not matter
            }
            return true;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (EOFException | java.net.SocketException reset) {
            return true;
        }
    }

    /** Ends the sending side only. */
    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Closes with a TCP reset, as a killed process does. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
