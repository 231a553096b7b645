/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.codec.TestImages.Kind;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * Prints what decoding and encoding cost, in milliseconds of one thread's processor time per megapixel: the best of some
 * runs after warming up. So it says the same on a machine that does other things too.
 */
public final class CodecCosts {
    private static final long WARM_UP_NANOS = 1_500_000_000L;
    private static final int RUNS = 9;

    private CodecCosts() {}

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** Measures all; an argument is the part of a name that is measured alone. */
    public static void main(String... arguments) throws IOException {
        Map<String, FrameFormat> formats = new LinkedHashMap<>();
        formats.put("CT 512x512 12 of 16", TestImages.format(512, 512, 1, 16, 12, false));
        formats.put("CT 512x512 16 of 16", TestImages.format(512, 512, 1, 16, 16, false));
        formats.put("CR 2048x2048 12 of 16", TestImages.format(2048, 2048, 1, 16, 12, false));
        formats.put("RGB 1024x1024 8", TestImages.format(1024, 1024, 3, 8, 8, false));
        List<String> syntaxes = List.of(
                UID.RLELossless,
                UID.JPEGBaseline8Bit,
                UID.JPEGExtended12Bit,
                UID.JPEGLossless,
                UID.JPEGLosslessSV1,
                UID.JPEGLSLossless,
                UID.JPEGLSNearLossless,
                UID.JPEG2000Lossless,
                "1.2.840.10008.1.2.4.201");
        for (Map.Entry<String, FrameFormat> entry : formats.entrySet()) {
            for (String uid : syntaxes) {
                FrameFormat format = entry.getValue();
                boolean isPossible = !uid.equals(UID.JPEGBaseline8Bit) || format.bitsStored() == 8;
                if (isPossible && (arguments.length == 0 || uid.endsWith(arguments[0]))) {
                    measure(entry.getKey(), uid, TestImages.image(format, Kind.STRUCTURE, 1));
                }
            }
        }
    }

    private static void measure(String name, String uid, Frame frame) throws IOException {
        FrameEncoder encoder = Codecs.encoder(uid).orElseThrow();
        FrameDecoder decoder = Codecs.decoder(uid).orElseThrow();
        byte[] codestream = encoder.encode(frame);
        double megapixels = frame.format().rows() * (double) frame.format().columns() / 1e6;
        double decoding = best(() -> decoder.decode(frame.format(), codestream)) / megapixels;
        double encoding = best(() -> encoder.encode(frame)) / megapixels;
        System.out.printf(
                Locale.ROOT,
                "%-22s %-24s decode %6.1f encode %6.1f ms/MP, %4.2f:1%n",
                name,
                uid,
                decoding,
                encoding,
                frame.samples().length / (double) codestream.length);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double best(Work work) throws IOException {
        long start = cpuNanos();
        while (cpuNanos() - start < WARM_UP_NANOS) {
            work.run();
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long before = cpuNanos();
            work.run();
            best = Math.min(best, cpuNanos() - before);
        }
        return best / 1e6;
    }
}
