/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Values as numbers and back; bytes are little endian. */
final class ValueNumbers {

    private ValueNumbers() {}

    static int firstInt(VR vr, Object value, Attributes context, int defaultValue) {
        if (!(value instanceof byte[] bytes) || bytes.length == 0) {
            return defaultValue;
        }
        if (vr == VR.US && bytes.length >= 2) {
            return bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8;
        }
        int[] all = ints(vr, value, context);
        return all.length == 0 ? defaultValue : all[0];
    }

    static int[] ints(VR vr, Object value, Attributes context) {
        if (!(value instanceof byte[] bytes)) {
            return new int[0];
        }
        if (vr.isText()) {
            return Arrays.stream(ValueText.all(vr, value, context))
                    .map(ValueNumbers::parseDouble)
                    .filter(Objects::nonNull)
                    .mapToInt(Double::intValue)
                    .toArray();
        }
        int count = count(vr, bytes);
        int[] all = new int[count];
        ByteBuffer buffer = Attributes.littleEndian(bytes);
        for (int i = 0; i < count; i++) {
            all[i] = (int) integer(vr, buffer, i);
        }
        return all;
    }

    static double[] doubles(VR vr, Object value, Attributes context) {
        if (!(value instanceof byte[] bytes)) {
            return new double[0];
        }
        if (vr.isText()) {
            return Arrays.stream(ValueText.all(vr, value, context))
                    .map(ValueNumbers::parseDouble)
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
        double[] all = new double[count(vr, bytes)];
        ByteBuffer buffer = Attributes.littleEndian(bytes);
        for (int i = 0; i < all.length; i++) {
            all[i] = isReal(vr) ? real(vr, buffer, i) : integer(vr, buffer, i);
        }
        return all;
    }

    static String[] texts(VR vr, byte[] bytes) {
        String[] all = new String[count(vr, bytes)];
        ByteBuffer buffer = Attributes.littleEndian(bytes);
        for (int i = 0; i < all.length; i++) {
            all[i] = textAt(vr, buffer, i);
        }
        return all;
    }

    private static String textAt(VR vr, ByteBuffer buffer, int index) {
        return switch (vr) {
            case AT ->
                String.format(
                        Locale.ROOT,
                        "%04X%04X",
                        buffer.getShort(index * 4) & 0xFFFF,
                        buffer.getShort(index * 4 + 2) & 0xFFFF);
            case FL, OF -> Float.toString(buffer.getFloat(index * 4));
            case FD, OD -> Double.toString(buffer.getDouble(index * 8));
            case UV, OV -> Long.toUnsignedString(buffer.getLong(index * 8));
            default -> Long.toString(integer(vr, buffer, index));
        };
    }

    private static int count(VR vr, byte[] bytes) {
        return bytes.length / valueLength(vr);
    }

    private static int valueLength(VR vr) {
        return vr == VR.AT ? 4 : vr.wordLength();
    }

    private static boolean isReal(VR vr) {
        return vr == VR.FL || vr == VR.FD || vr == VR.OF || vr == VR.OD;
    }

    private static double real(VR vr, ByteBuffer buffer, int index) {
        return vr.wordLength() == 4 ? buffer.getFloat(index * 4) : buffer.getDouble(index * 8);
    }

    private static long integer(VR vr, ByteBuffer buffer, int index) {
        return switch (vr) {
            case US, OW -> buffer.getShort(index * 2) & 0xFFFF;
            case SS -> buffer.getShort(index * 2);
            case UL, OL -> buffer.getInt(index * 4) & 0xFFFFFFFFL;
            case SL -> buffer.getInt(index * 4);
            case SV, UV, OV -> buffer.getLong(index * 8);
            case AT -> (buffer.getShort(index * 4) & 0xFFFFL) << 16 | buffer.getShort(index * 4 + 2) & 0xFFFFL;
            case FL, OF -> (long) buffer.getFloat(index * 4);
            case FD, OD -> (long) buffer.getDouble(index * 8);
            default -> buffer.get(index) & 0xFF;
        };
    }

    private static Double parseDouble(String text) {
        try {
            return text.isEmpty() ? null : Double.valueOf(text.trim());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static byte[] encode(VR vr, int[] numbers, Attributes context) {
        if (vr.isText()) {
            return ValueText.encode(
                    vr, Arrays.stream(numbers).mapToObj(String::valueOf).toArray(String[]::new), context);
        }
        ByteBuffer buffer = Attributes.littleEndian(new byte[numbers.length * valueLength(vr)]);
        for (int each : numbers) {
            if (isReal(vr)) {
                putReal(vr, buffer, each);
            } else {
                putInteger(vr, buffer, vr == VR.UV || vr == VR.SV ? each : each & 0xFFFFFFFFL);
            }
        }
        return buffer.array();
    }

    static byte[] encode(VR vr, double[] numbers, Attributes context) {
        if (vr.isText()) {
            return ValueText.encode(
                    vr, Arrays.stream(numbers).mapToObj(ValueNumbers::decimal).toArray(String[]::new), context);
        }
        ByteBuffer buffer = Attributes.littleEndian(new byte[numbers.length * valueLength(vr)]);
        for (double each : numbers) {
            if (isReal(vr)) {
                putReal(vr, buffer, each);
            } else {
                putInteger(vr, buffer, (long) each);
            }
        }
        return buffer.array();
    }

    /** A decimal string has 16 characters at the most (PS3.5 6.2). */
    private static String decimal(double number) {
        String text = number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
        for (int digits = 15; text.length() > 16; digits--) {
            text = String.format(Locale.ROOT, "%." + digits + "g", number);
        }
        return text;
    }

    static byte[] parse(VR vr, String[] strings, Attributes context) {
        if (vr == VR.SQ) {
            throw new IllegalArgumentException("a sequence has no text");
        }
        if (vr.isBulk()) {
            return ValueText.encode(VR.LT, new String[] {String.join("\\", strings)}, context);
        }
        List<byte[]> parts = new ArrayList<>();
        for (String each : strings) {
            ByteBuffer buffer = Attributes.littleEndian(new byte[valueLength(vr)]);
            if (isReal(vr)) {
                putReal(vr, buffer, Double.parseDouble(each));
            } else if (vr == VR.AT) {
                putInteger(vr, buffer, Long.parseLong(each, 16));
            } else {
                putInteger(vr, buffer, vr == VR.UV ? Long.parseUnsignedLong(each) : Long.parseLong(each));
            }
            parts.add(buffer.array());
        }
        ByteBuffer all = ByteBuffer.allocate(parts.size() * valueLength(vr));
        parts.forEach(all::put);
        return all.array();
    }

    private static void putReal(VR vr, ByteBuffer buffer, double number) {
        if (vr.wordLength() == 4) {
            buffer.putFloat((float) number);
        } else {
            buffer.putDouble(number);
        }
    }

    private static void putInteger(VR vr, ByteBuffer buffer, long number) {
        switch (valueLength(vr)) {
            case 1 -> buffer.put((byte) number);
            case 2 -> buffer.putShort((short) number);
            case 8 -> buffer.putLong(number);
            default -> {
                if (vr == VR.AT) {
                    buffer.putShort((short) (number >>> 16)).putShort((short) number);
                } else {
                    buffer.putInt((int) number);
                }
            }
        }
    }
}
