/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.value;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.isocenter.dicom.data.VR;

/** The VRs of binary numbers and tags (AT FD FL SL SS SV UL US UV) as text, in little endian order. */
public final class BinaryNumbers {

    private BinaryNumbers() {}

    /** Returns the bytes of one value, or 0 if the VR is none of these. */
    public static int width(VR vr) {
        return switch (vr) {
            case SS, US -> 2;
            case AT, FL, SL, UL -> 4;
            case FD, SV, UV -> 8;
            default -> 0;
        };
    }

    /** Returns each value as text: decimal numbers, tags as eight hexadecimal digits; a rest of bytes is ignored. */
    public static String[] toStrings(byte[] bytes, VR vr) {
        ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        String[] strings = new String[bytes.length / width(vr)];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = next(values, vr);
        }
        return strings;
    }

    private static String next(ByteBuffer values, VR vr) {
        return switch (vr) {
            case SS -> Short.toString(values.getShort());
            case US -> Integer.toString(values.getShort() & 0xFFFF);
            case SL -> Integer.toString(values.getInt());
            case UL -> Integer.toUnsignedString(values.getInt());
            case SV -> Long.toString(values.getLong());
            case UV -> Long.toUnsignedString(values.getLong());
            case FL -> Float.toString(values.getFloat());
            case FD -> Double.toString(values.getDouble());
            case AT -> String.format("%04X%04X", values.getShort() & 0xFFFF, values.getShort() & 0xFFFF);
            default -> throw new IllegalArgumentException("no VR of binary numbers: " + vr);
        };
    }

    /**
     * Returns the bytes of values in text; empty texts are left out. Not-a-number and the infinities are read in the
     * spellings of Java and C.
     *
     * @throws NumberFormatException if a text is no number of the VR
     */
    public static byte[] toBytes(List<String> strings, VR vr) {
        List<String> present = strings.stream().filter(s -> !s.isBlank()).toList();
        ByteBuffer values = ByteBuffer.allocate(present.size() * width(vr)).order(ByteOrder.LITTLE_ENDIAN);
        for (String string : present) {
            put(string.strip(), vr, values);
        }
        return values.array();
    }

    private static void put(String text, VR vr, ByteBuffer values) {
        switch (vr) {
            case SS -> values.putShort((short) integer(text, Short.MIN_VALUE, Short.MAX_VALUE));
            case US -> values.putShort((short) integer(text, 0, 0xFFFF));
            case SL -> values.putInt((int) integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case UL -> values.putInt((int) integer(text, 0, 0xFFFFFFFFL));
            case SV -> values.putLong(integer(text, Long.MIN_VALUE, Long.MAX_VALUE));
            case UV -> values.putLong(unsigned(text));
            case FL -> values.putFloat((float) floating(text));
            case FD -> values.putDouble(floating(text));
            case AT -> {
                int tag = Integer.parseUnsignedInt(text, 16);
                values.putShort((short) (tag >>> 16)).putShort((short) tag);
            }
            default -> throw new IllegalArgumentException("no VR of binary numbers: " + vr);
        }
    }

    private static long integer(String text, long least, long greatest) {
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException notPlain) {
            number = IntegerString.parse(text).orElseThrow(() -> new NumberFormatException("no integer"));
        }
        if (number < least || number > greatest) {
            throw new NumberFormatException("an integer out of range");
        }
        return number;
    }

    private static long unsigned(String text) {
        if (text.length() > 40) {
            throw new NumberFormatException("an integer out of range");
        }
        BigInteger number = new BigInteger(text);
        if (number.signum() < 0 || number.bitLength() > 64) {
            throw new NumberFormatException("an integer out of range");
        }
        return number.longValue();
    }

    private static double floating(String text) {
        return switch (text) {
            case "NaN", "nan" -> Double.NaN;
            case "Infinity", "inf", "INF" -> Double.POSITIVE_INFINITY;
            case "-Infinity", "-inf", "-INF" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
