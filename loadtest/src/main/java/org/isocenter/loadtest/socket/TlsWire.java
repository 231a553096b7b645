/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** TLS over a TCP connection. */
final class TlsWire implements Wire {

    private static final int CHUNK = 64 * 1024;

    private final Socket tcp;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] received = new byte[CHUNK];
    private final byte[] sent = new byte[CHUNK];

    private TlsWire(Socket tcp, SSLSocket tls) throws IOException {
        this.tcp = tcp;
        this.in = tls.getInputStream();
        this.out = tls.getOutputStream();
    }

    /** Shakes hands on a connected socket. */
    static TlsWire open(Socket tcp, String host, int port, Tls tls) throws IOException {
        SSLSocket socket = (SSLSocket) tls.context().getSocketFactory().createSocket(tcp, host, port, true);
        if (tls.verifyHost()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        return new TlsWire(tcp, socket);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = in.read(received, 0, Math.min(received.length, target.remaining()));
        if (count > 0) {
            target.put(received, 0, count);
        }
        return count;
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
        while (source.hasRemaining()) {
            int count = Math.min(sent.length, source.remaining());
            source.get(sent, 0, count);
            out.write(sent, 0, count);
        }
        out.flush();
    }

    @Override
    public boolean isEnded() {
        return false;
    }

    /** Closes TCP below TLS: the farewell of TLS could block. */
    @Override
    public void close() throws IOException {
        tcp.close();
    }
}
