/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.value.BinaryNumbers;

/**
 * Writes the members of a Value array from the bytes of a value field. Text of ASCII, by far the most, goes from bytes to
 * bytes; only other text is decoded to strings.
 */
final class ValueWriter {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[][] NAME_GROUPS = {
        "\"Alphabetic\":".getBytes(StandardCharsets.US_ASCII),
        "\"Ideographic\":".getBytes(StandardCharsets.US_ASCII),
        "\"Phonetic\":".getBytes(StandardCharsets.US_ASCII)
    };

    private final JsonBuffer json;

    ValueWriter(JsonBuffer json) {
        this.json = json;
    }

    /** Writes the values separated by commas; returns false, whatever was written, when all are empty. */
    boolean write(byte[] bytes, VR vr, Attributes context) {
        if (!vr.isText()) {
            return writeBinary(bytes, vr);
        }
        boolean plain = isAscii(bytes)
                && (!vr.usesSpecificCharacterSet()
                        || context.getSpecificCharacterSet().keepsAscii());
        if (plain) {
            return writePlain(bytes, vr);
        }
        String text = vr.usesSpecificCharacterSet()
                ? context.getSpecificCharacterSet().decode(bytes, vr)
                : new String(bytes, StandardCharsets.ISO_8859_1);
        return writeText(text, vr);
    }

    private boolean writePlain(byte[] bytes, VR vr) {
        boolean any = false;
        boolean multiple = vr.isMultiValuedText();
        int start = 0;
        while (start <= bytes.length) {
            int end = multiple ? indexOf(bytes, '\\', start, bytes.length) : bytes.length;
            separate(start);
            any |= writePlainValue(bytes, start, end, vr);
            start = end + 1;
        }
        return any;
    }

    /** Trims as {@link #trimmed} does; returns false if nothing remains. */
    private boolean writePlainValue(byte[] bytes, int from, int to, VR vr) {
        int start = from;
        int end = to;
        while (end > start && (vr == VR.PN ? isNameEnd(bytes[end - 1]) : isPadding(bytes[end - 1]))) {
            end--;
        }
        while (keepsNoLeadingSpace(vr) && start < end && isPadding(bytes[start])) {
            start++;
        }
        if (start == end) {
            json.put(NULL);
            return false;
        }
        switch (vr) {
            case PN -> writePlainName(bytes, start, end);
            case DS, IS -> writeNumber(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
            default -> json.putQuotedAscii(bytes, start, end);
        }
        return true;
    }

    private void writePlainName(byte[] bytes, int from, int to) {
        json.put('{');
        int start = from;
        boolean first = true;
        for (int group = 0; group < NAME_GROUPS.length && start <= to; group++) {
            int end = group == 2 ? to : indexOf(bytes, '=', start, to);
            int last = end;
            while (last > start && isNameEnd(bytes[last - 1])) {
                last--;
            }
            if (last > start) {
                beginGroup(group, first);
                first = false;
                json.putQuotedAscii(bytes, start, last);
            }
            start = end + 1;
        }
        json.put('}');
    }

    private boolean writeText(String text, VR vr) {
        boolean any = false;
        int start = 0;
        while (start <= text.length()) {
            int delimiter = vr.isMultiValuedText() ? text.indexOf('\\', start) : -1;
            int end = delimiter < 0 ? text.length() : delimiter;
            separate(start);
            String value = trimmed(text, start, end, vr);
            if (value.isEmpty()) {
                json.put(NULL);
            } else {
                any = true;
                writeTextValue(value, vr);
            }
            start = end + 1;
        }
        return any;
    }

    private void writeTextValue(String value, VR vr) {
        switch (vr) {
            case PN -> writeName(value);
            case DS, IS -> writeNumber(value);
            default -> json.putQuoted(value);
        }
    }

    private void writeName(String name) {
        json.put('{');
        int start = 0;
        boolean first = true;
        for (int group = 0; group < NAME_GROUPS.length && start <= name.length(); group++) {
            int delimiter = group == 2 ? -1 : name.indexOf('=', start);
            int end = delimiter < 0 ? name.length() : delimiter;
            int last = end;
            while (last > start && isNameEnd(name.charAt(last - 1))) {
                last--;
            }
            if (last > start) {
                beginGroup(group, first);
                first = false;
                json.putQuoted(name.substring(start, last));
            }
            start = end + 1;
        }
        json.put('}');
    }

    private void beginGroup(int group, boolean first) {
        if (!first) {
            json.put(',');
        }
        json.put(NAME_GROUPS[group]);
    }

    private void writeNumber(String text) {
        String number = NumberText.jsonNumber(text);
        if (number == null) {
            json.putQuoted(text);
        } else {
            json.putAscii(number);
        }
    }

    private boolean writeBinary(byte[] bytes, VR vr) {
        ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int width = BinaryNumbers.width(vr);
        for (int i = 0; i < bytes.length / width; i++) {
            separate(i);
            writeNumber(values, vr);
        }
        return bytes.length >= width;
    }

    private void writeNumber(ByteBuffer values, VR vr) {
        switch (vr) {
            case SS -> json.putLong(values.getShort());
            case US -> json.putLong(values.getShort() & 0xFFFF);
            case SL -> json.putLong(values.getInt());
            case UL -> json.putLong(values.getInt() & 0xFFFFFFFFL);
            case SV -> json.putLong(values.getLong());
            case UV -> json.putAscii(Long.toUnsignedString(values.getLong()));
            case FL -> writeFloat(values.getFloat());
            case FD -> writeDouble(values.getDouble());
            case AT -> {
                json.put('"');
                int group = values.getShort() & 0xFFFF;
                json.putHex((group << 16) | (values.getShort() & 0xFFFF));
                json.put('"');
            }
            default -> throw new IllegalArgumentException("no VR of binary numbers: " + vr);
        }
    }

    private void writeFloat(float number) {
        if (Float.isFinite(number)) {
            json.putAscii(Float.toString(number));
        } else {
            json.putQuoted(Float.toString(number));
        }
    }

    private void writeDouble(double number) {
        if (Double.isFinite(number)) {
            json.putAscii(Double.toString(number));
        } else {
            json.putQuoted(Double.toString(number));
        }
    }

    private void separate(int position) {
        if (position > 0) {
            json.put(',');
        }
    }

    private static String trimmed(String text, int from, int to, VR vr) {
        int start = from;
        int end = to;
        while (end > start && (vr == VR.PN ? isNameEnd(text.charAt(end - 1)) : isPadding(text.charAt(end - 1)))) {
            end--;
        }
        while (keepsNoLeadingSpace(vr) && start < end && isPadding(text.charAt(start))) {
            start++;
        }
        return text.substring(start, end);
    }

    /** Leading spaces are significant in LT, ST, UT, UR and UC (PS3.5 6.2). */
    private static boolean keepsNoLeadingSpace(VR vr) {
        return vr.isMultiValuedText() && vr != VR.UC;
    }

    /** Delimiters after the last component say nothing (PS3.5 6.2.1.1); a name of delimiters alone is empty. */
    private static boolean isNameEnd(int character) {
        return isPadding(character) || character == '^' || character == '=';
    }

    private static boolean isPadding(int character) {
        return character == ' ' || character == 0;
    }

    private static int indexOf(byte[] bytes, char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return to;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0 || each == 0x1B) {
                return false;
            }
        }
        return true;
    }
}
