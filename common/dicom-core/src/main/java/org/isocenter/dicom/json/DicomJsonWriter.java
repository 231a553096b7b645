/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/**
 * Writes data sets in the DICOM JSON model (PS3.18 annex F) to a buffer of its own.
 *
 * <p>Elements come in ascending order; group lengths and group 0002 are left out; text is UTF-8 and Specific Character
 * Set says so. DS and IS are JSON numbers with their own digits where they are numbers, strings otherwise; SV and UV
 * are numbers; FL and FD without a JSON number are the strings {@code NaN}, {@code Infinity} and {@code -Infinity}
 * (the standard gives no rule).
 *
 * <p>Not safe for use by several threads; may be used for many data sets one after the other.
 */
public final class DicomJsonWriter {

    private static final byte[] UTF_8_DECLARED =
            "\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VR_KEY = "\":{\"vr\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BULK_DATA_URI = ",\"BulkDataURI\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INLINE_BINARY = ",\"InlineBinary\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUE = ",\"Value\":[".getBytes(StandardCharsets.US_ASCII);

    private final BulkDataUri bulkDataUri;
    private final JsonBuffer json;
    private final ElementPath path = new ElementPath();
    private final ValueWriter values;

    /**
     * Makes a writer.
     *
     * @param bulkDataUri gives the addresses of values left out
     */
    public DicomJsonWriter(BulkDataUri bulkDataUri) {
        this.bulkDataUri = bulkDataUri;
        this.json = new JsonBuffer(4096);
        this.values = new ValueWriter(json);
    }

    /** Writes one data set as a JSON object. */
    public void write(Attributes attributes) {
        json.clearNonAscii();
        int start = json.size();
        writeObject(attributes, false);
        if (json.hasNonAscii() && !attributes.contains(Tag.SpecificCharacterSet)) {
            json.truncate(start);
            writeObject(attributes, true);
        }
    }

    /** Writes data sets as a JSON array. */
    public void writeArray(Iterable<Attributes> all) {
        json.put('[');
        boolean first = true;
        for (Attributes attributes : all) {
            if (!first) {
                json.put(',');
            }
            first = false;
            write(attributes);
        }
        json.put(']');
    }

    /** Writes text of the JSON syntax itself, such as brackets and commas around data sets. */
    public void writeRaw(String ascii) {
        json.putAscii(ascii);
    }

    /** Returns the number of bytes in the buffer. */
    public int size() {
        return json.size();
    }

    /** Returns what was written. */
    public byte[] toBytes() {
        return json.toBytes();
    }

    /** Moves what was written to the stream and empties the buffer, which may then be used again. */
    public void drainTo(OutputStream out) throws IOException {
        json.writeTo(out);
        json.truncate(0);
    }

    /**
     * Writes the members of a data set.
     *
     * @param declaring whether UTF-8 has to be declared although the data set declares nothing
     */
    private void writeObject(Attributes attributes, boolean declaring) {
        json.put('{');
        boolean toDeclare = declaring;
        boolean first = true;
        for (int i = 0; i < attributes.size(); i++) {
            int tag = attributes.tagAt(i);
            if ((tag & 0xFFFF) == 0 || tag >>> 16 == 2) {
                continue;
            }
            if (toDeclare && Integer.compareUnsigned(tag, Tag.SpecificCharacterSet) > 0) {
                separate(first);
                first = false;
                toDeclare = false;
                json.put(UTF_8_DECLARED);
            }
            separate(first);
            first = false;
            if (tag == Tag.SpecificCharacterSet) {
                json.put(UTF_8_DECLARED);
            } else {
                writeElement(attributes, i, tag);
            }
        }
        if (toDeclare) {
            separate(first);
            json.put(UTF_8_DECLARED);
        }
        json.put('}');
    }

    private void separate(boolean first) {
        if (!first) {
            json.put(',');
        }
    }

    private void writeElement(Attributes attributes, int position, int tag) {
        Object value = attributes.valueAt(position);
        // A sequence that was read with VR UN is a sequence all the same.
        VR vr = value instanceof Sequence ? VR.SQ : attributes.vrAt(position);
        json.put('"');
        json.putHex(tag);
        json.put(VR_KEY);
        json.putAscii(vr.name());
        json.put('"');
        if (value instanceof byte[] bytes) {
            writeValue(bytes, tag, vr, attributes);
        } else if (value instanceof Sequence sequence) {
            writeItems(sequence, tag);
        } else if (value instanceof BulkData bulk) {
            writeReference(tag, vr, bulk);
        } else if (value instanceof Fragments) {
            writeReference(tag, vr, new BulkData(-1, BulkData.UNDEFINED_LENGTH));
        }
        json.put('}');
    }

    private void writeItems(Sequence sequence, int tag) {
        if (sequence.isEmpty()) {
            return;
        }
        json.put(VALUE);
        path.push(tag);
        for (int item = 0; item < sequence.size(); item++) {
            if (item > 0) {
                json.put(',');
            }
            path.push(item);
            writeObject(sequence.get(item), false);
            path.pop();
        }
        path.pop();
        json.put(']');
    }

    /** Returns whether a reference was written. */
    private boolean writeReference(int tag, VR vr, BulkData bulk) {
        String uri = bulkDataUri.uriOf(path.to(tag), vr, bulk);
        if (uri == null) {
            return false;
        }
        json.put(BULK_DATA_URI);
        json.putQuoted(uri);
        return true;
    }

    private void writeValue(byte[] bytes, int tag, VR vr, Attributes attributes) {
        if (bytes.length == 0) {
            return;
        }
        if (vr.isBulk()) {
            if (isPixelData(tag) && writeReference(tag, vr, new BulkData(-1, bytes.length))) {
                return;
            }
            json.put(INLINE_BINARY);
            json.putBase64(bytes);
            json.put('"');
        } else {
            int before = json.size();
            json.put(VALUE);
            if (values.write(bytes, vr, attributes)) {
                json.put(']');
            } else {
                json.truncate(before);
            }
        }
    }

    private static boolean isPixelData(int tag) {
        return tag == Tag.PixelData || tag == Tag.FloatPixelData || tag == Tag.DoubleFloatPixelData;
    }
}
