/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.IOException;

import org.isocenter.dicom.image.codec.Codecs;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/** JPEG 2000 and HTJ2K (ITU-T T.800, T.814), the native decoder included; what comes of it is encoded as HTJ2K; laid out as a {@link Codestream}. */
public final class Jpeg2000Fuzz {

    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";
    private static final String HTJ2K = "1.2.840.10008.1.2.4.201";

    private Jpeg2000Fuzz() {}

    /** Loads the library, which takes long and is not to count for the first input. */
    public static void fuzzerInitialize() throws IOException {
        FrameFormat format = new FrameFormat(1, 1, 1, 8, 8, 7, false, false, "MONOCHROME2");
        byte[] codestream = Codecs.encoder(HTJ2K).orElseThrow().encode(new Frame(format, new byte[1]));
        Codecs.decoder(JPEG_2000).orElseThrow().decode(format, codestream);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Codestream.decode(input, JPEG_2000, HTJ2K);
    }
}
