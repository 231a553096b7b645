/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.stream;

/** Marker codes without their 0xFF (T.81 table B.1, T.87 table C.1). */
public final class Marker {
    public static final int SOF0 = 0xC0;
    public static final int SOF1 = 0xC1;
    public static final int SOF2 = 0xC2;
    public static final int SOF3 = 0xC3;
    public static final int DHT = 0xC4;
    public static final int RST0 = 0xD0;
    public static final int RST7 = 0xD7;
    public static final int SOI = 0xD8;
    public static final int EOI = 0xD9;
    public static final int SOS = 0xDA;
    public static final int DQT = 0xDB;
    public static final int DRI = 0xDD;
    public static final int APP0 = 0xE0;
    public static final int APP14 = 0xEE;

    /** The frame of JPEG-LS (T.87 table C.1). */
    public static final int SOF55 = 0xF7;

    /** Preset parameters of JPEG-LS. */
    public static final int LSE = 0xF8;

    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int TEM = 0x01;

    private Marker() {}

    /** Whether it begins a frame, of whatever process. */
    public static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC;
    }

    /** Whether it ends an interval of a scan. */
    public static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    /** Whether no length follows it. */
    public static boolean standsAlone(int marker) {
        return isRestart(marker) || marker == SOI || marker == EOI || marker == TEM;
    }
}
