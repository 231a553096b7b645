/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A body compressed while it goes out, with little work; what is left unfinished does not look whole. Used by one thread. */
final class GzipStream extends GZIPOutputStream {

    private static final int BUFFER = 16 * 1024;

    GzipStream(OutputStream out) throws IOException {
        super(out, BUFFER);
        def.setLevel(Deflater.BEST_SPEED);
    }

    /** Gives back the memory of the compressor, finished or not. */
    void release() {
        def.end();
    }
}
