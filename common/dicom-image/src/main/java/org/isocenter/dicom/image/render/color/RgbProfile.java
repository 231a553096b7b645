/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.color;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Profiles of three primaries and a gamma, written out as ICC.1:2001-04 (version 2) has them; the primaries are adapted to
 * D50.
 */
final class RgbProfile {
    private static final int HEADER = 128;
    private static final int TAGS = 9;
    private static final int XYZ_LENGTH = 20;
    private static final int CURVE_LENGTH = 16;
    private static final double[] D50 = {0.9642, 1, 0.8249};

    /** Adobe RGB (1998): gamma 2.19921875, white D65. */
    static final RgbProfile ADOBE = new RgbProfile("Adobe RGB compatible", 2.19921875, new double[] {
        0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457
    });
    /** ROMM RGB: gamma 1.8, white D50. */
    static final RgbProfile ROMM = new RgbProfile("ROMM RGB compatible", 1.8, new double[] {
        0.79767, 0.28804, 0, 0.13519, 0.71188, 0, 0.03134, 0.00009, 0.82491
    });

    private final byte[] bytes;

    private RgbProfile(String description, double gamma, double[] primaries) {
        bytes = write(description, gamma, primaries);
    }

    /** The profile's bytes. */
    byte[] bytes() {
        return bytes.clone();
    }

    private static byte[] write(String description, double gamma, double[] primaries) {
        byte[] text = description.getBytes(StandardCharsets.US_ASCII);
        int descriptionLength = align(12 + text.length + 1 + 78);
        int copyrightLength = align(8 + 4);
        int start = HEADER + 4 + TAGS * 12;
        int length = start + descriptionLength + copyrightLength + 4 * XYZ_LENGTH + CURVE_LENGTH;
        ByteBuffer out = ByteBuffer.allocate(length);
        header(out, length);
        out.position(HEADER);
        out.putInt(TAGS);
        int at = start;
        entry(out, "desc", at, 12 + text.length + 1 + 78);
        at += descriptionLength;
        entry(out, "cprt", at, 12);
        at += copyrightLength;
        for (String name : new String[] {"wtpt", "rXYZ", "gXYZ", "bXYZ"}) {
            entry(out, name, at, XYZ_LENGTH);
            at += XYZ_LENGTH;
        }
        for (String name : new String[] {"rTRC", "gTRC", "bTRC"}) {
            entry(out, name, at, 14); // one curve for all
        }
        out.position(start);
        type(out, "desc").putInt(text.length + 1).put(text);
        out.position(start + descriptionLength);
        type(out, "text").put("CC0".getBytes(StandardCharsets.US_ASCII));
        out.position(start + descriptionLength + copyrightLength);
        xyz(out, D50, 0);
        for (int primary = 0; primary < 3; primary++) {
            xyz(out, primaries, 3 * primary);
        }
        type(out, "curv").putInt(1).putShort((short) Math.round(gamma * 256));
        return out.array();
    }

    private static void header(ByteBuffer out, int length) {
        out.putInt(length).putInt(0).putInt(0x02400000);
        out.put("mntrRGB XYZ ".getBytes(StandardCharsets.US_ASCII));
        out.putShort((short) 2026)
                .putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0);
        out.put("acsp".getBytes(StandardCharsets.US_ASCII));
        out.position(68);
        for (double each : D50) {
            out.putInt(fixed(each));
        }
    }

    private static int align(int length) {
        return (length + 3) / 4 * 4;
    }

    private static void entry(ByteBuffer out, String name, int offset, int length) {
        out.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(offset).putInt(length);
    }

    private static ByteBuffer type(ByteBuffer out, String name) {
        return out.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(0);
    }

    private static void xyz(ByteBuffer out, double[] values, int from) {
        type(out, "XYZ ");
        for (int i = 0; i < 3; i++) {
            out.putInt(fixed(values[from + i]));
        }
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65_536);
    }
}
