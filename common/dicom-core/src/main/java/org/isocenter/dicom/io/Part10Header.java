/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.io.DicomFormatException.Reason;

/**
 * What precedes the data set in a file (PS3.10 7.1), and the stream after it. A missing preamble, missing meta
 * information and a missing transfer syntax are made up for by a look at the first element.
 *
 * @param metaInformation the file meta information, without elements if there is none
 * @param transferSyntax the transfer syntax named there, or the one guessed
 * @param length bytes before the data set
 * @param dataset the stream at the data set's first byte: the one given if it is a pushback stream
 */
public record Part10Header(
        FileMetaInformation metaInformation, TransferSyntax transferSyntax, long length, InputStream dataset) {
    /** The bytes that the pushback stream given has to take back at the most. */
    public static final int PUSHBACK = FileMetaInformation.PREAMBLE_LENGTH;

    private static final int MAGIC_OFFSET = 128;
    private static final int MAX_META_LENGTH = 1 << 20;
    private static final int ELEMENT_HEADER = 8;
    private static final int MEDIA_GROUP = 0x0002;

    /** Reads up to the data set; a pushback stream, of at least {@link #PUSHBACK} bytes, is then left at its start. */
    public static Part10Header read(InputStream in) throws IOException {
        PushbackInputStream stream =
                in instanceof PushbackInputStream given ? given : new PushbackInputStream(in, PUSHBACK);
        byte[] start = stream.readNBytes(FileMetaInformation.PREAMBLE_LENGTH);
        long length = 0;
        int magic = magicOffset(start);
        if (magic < 0) {
            stream.unread(start);
        } else {
            length = magic + 4L;
            stream.unread(start, magic + 4, start.length - magic - 4);
        }
        MetaElements elements = new MetaElements(stream);
        Attributes attributes = elements.read();
        length += elements.length();
        String declared = attributes.getString(Tag.TransferSyntaxUID);
        TransferSyntax transferSyntax =
                declared == null ? guess(stream, elements.length() > 0) : TransferSyntax.of(declared);
        return new Part10Header(new FileMetaInformation(attributes), transferSyntax, length, stream);
    }

    private static int magicOffset(byte[] start) {
        if (isMagic(start, MAGIC_OFFSET)) {
            return MAGIC_OFFSET;
        }
        return isMagic(start, 0) ? 0 : -1;
    }

    private static boolean isMagic(byte[] bytes, int at) {
        return bytes.length >= at + 4
                && bytes[at] == 'D'
                && bytes[at + 1] == 'I'
                && bytes[at + 2] == 'C'
                && bytes[at + 3] == 'M';
    }

    private static TransferSyntax guess(PushbackInputStream stream, boolean afterMeta) throws IOException {
        byte[] first = stream.readNBytes(ELEMENT_HEADER);
        stream.unread(first);
        TransferSyntax guessed = EncodingSniffer.guess(first, first.length);
        if (guessed == null && afterMeta && first.length == ELEMENT_HEADER) {
            return TransferSyntax.IMPLICIT_LITTLE_ENDIAN; // PS3.5 10.1: the default
        }
        if (guessed == null) {
            throw new DicomFormatException(Reason.NOT_DICOM, "there is neither a DICOM header nor a first element");
        }
        return guessed;
    }

    /** The elements of group 0002: explicit little endian, or implicit where a writer got it wrong. */
    private static final class MetaElements {
        private final PushbackInputStream stream;
        private final byte[] header = new byte[ELEMENT_HEADER];
        private long length;

        MetaElements(PushbackInputStream stream) {
            this.stream = stream;
        }

        long length() {
            return length;
        }

        Attributes read() throws IOException {
            Attributes attributes = new Attributes(12);
            while (readHeader()) {
                int tag = MEDIA_GROUP << 16 | number(2, 2);
                VR vr = VR.of(header[4], header[5]);
                long valueLength;
                if (vr == null) {
                    valueLength = Integer.toUnsignedLong(number(4, 4));
                    vr = Dictionary.vrOf(tag);
                } else if (vr.hasLongHeader()) {
                    readFully(header, 4);
                    valueLength = Integer.toUnsignedLong(number(0, 4));
                } else {
                    valueLength = number(6, 2);
                }
                byte[] value = readValue(valueLength);
                if (tag != Tag.FileMetaInformationGroupLength && vr != VR.SQ) {
                    attributes.setBytes(tag, vr, value);
                }
            }
            return attributes;
        }

        private boolean readHeader() throws IOException {
            int count = stream.readNBytes(header, 0, ELEMENT_HEADER);
            if (count < ELEMENT_HEADER || number(0, 2) != MEDIA_GROUP) {
                stream.unread(header, 0, count);
                return false;
            }
            length += ELEMENT_HEADER;
            return true;
        }

        private byte[] readValue(long valueLength) throws IOException {
            if (valueLength + length > MAX_META_LENGTH) {
                throw new DicomFormatException(Reason.HEADER_TOO_LARGE, "the file meta information is too long");
            }
            byte[] value = new byte[(int) valueLength];
            readFully(value, value.length);
            return value;
        }

        private void readFully(byte[] target, int count) throws IOException {
            if (stream.readNBytes(target, 0, count) < count) {
                throw new DicomFormatException(Reason.TRUNCATED, "the file ends within its meta information");
            }
            length += count;
        }

        private int number(int at, int bytes) {
            int value = 0;
            for (int i = bytes - 1; i >= 0; i--) {
                value = value << 8 | header[at + i] & 0xFF;
            }
            return value;
        }
    }
}
