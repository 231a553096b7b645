/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.json.BulkDataUri;
import org.isocenter.dicom.json.DicomJson;

/**
 * A result of QIDO-RS ready but for Retrieve URL (0008,1190), whose beginning is known only when a client asks. Immutable.
 *
 * @param path of the Retrieve URL below the root of DICOMweb
 * @param head the object up to the Retrieve URL
 * @param tail what follows it
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record PreparedJson(String path, byte[] head, byte[] tail) {

    private static final BulkDataUri NO_BULK_DATA = (path, vr, bulk) -> null;

    /** Renders a result. Attributes before and after the Retrieve URL must be there: both are mandatory ones. */
    public static PreparedJson of(String path, Attributes result) {
        Attributes before = new Attributes();
        Attributes after = new Attributes();
        after.setSpecificCharacterSet("ISO_IR 192");
        before.setSpecificCharacterSet("ISO_IR 192");
        for (int tag : result.tags()) {
            if (tag != Tag.SpecificCharacterSet) {
                (Integer.compareUnsigned(tag, Tag.RetrieveURL) < 0 ? before : after).addSelected(result, tag);
            }
        }
        byte[] first = DicomJson.toBytes(before, NO_BULK_DATA);
        byte[] second = DicomJson.toBytes(after, NO_BULK_DATA);
        byte[] head = java.util.Arrays.copyOf(first, first.length);
        head[head.length - 1] = ',';
        // the character set is said once, by the first part
        int skipped = lengthOfFirstMember(second);
        return new PreparedJson(path, head, java.util.Arrays.copyOfRange(second, skipped, second.length));
    }

    private static int lengthOfFirstMember(byte[] json) {
        // {"00080005":{...},"..." : up to and without the comma
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '}') {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("not a data set");
    }

    /** Writes the whole object with its Retrieve URL, which begins with the given root of DICOMweb. */
    public void writeTo(ByteArrayOutputStream out, String root) {
        out.writeBytes(head);
        out.writeBytes(("\"00081190\":{\"vr\":\"UR\",\"Value\":[\"" + root + path + "\"]}")
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(tail);
    }

    byte[] encode() {
        byte[] pathBytes = path.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(8 + pathBytes.length + head.length + tail.length)
                .putInt(pathBytes.length)
                .put(pathBytes)
                .putInt(head.length)
                .put(head)
                .put(tail)
                .array();
    }

    static PreparedJson decode(byte[] bytes, int offset, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        byte[] pathBytes = new byte[buffer.getInt()];
        buffer.get(pathBytes);
        byte[] head = new byte[buffer.getInt()];
        buffer.get(head);
        byte[] tail = new byte[buffer.remaining()];
        buffer.get(tail);
        return new PreparedJson(new String(pathBytes, StandardCharsets.US_ASCII), head, tail);
    }
}
