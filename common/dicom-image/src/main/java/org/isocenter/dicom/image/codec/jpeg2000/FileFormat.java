/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import org.isocenter.dicom.image.codec.CodestreamException;

/**
 * Where the codestream is. A fragment should hold no more than the codestream (PS3.5 A.4.4), but some have the boxes of a
 * JP2 file around it (ISO/IEC 15444-1 Annex I); what these say of colours is passed over.
 */
final class FileFormat {

    private static final long SIGNATURE = 0x0000000C_6A502020L;
    private static final long CODESTREAM_BOX = 0x6A703263L;
    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 16;

    private FileFormat() {}

    /**
     * The bytes from the start of the codestream on.
     *
     * @throws CodestreamException if there are boxes, but none with a codestream
     */
    static Bytes codestream(byte[] content) throws CodestreamException {
        if (content.length < SHORT_HEADER || new Bytes(content, 0, content.length).unsigned64() != SIGNATURE) {
            return new Bytes(content, 0, content.length);
        }
        Bytes boxes = new Bytes(content, 0, content.length);
        while (boxes.remaining() > SHORT_HEADER) {
            long length = boxes.unsigned32();
            long type = boxes.unsigned32();
            int header = SHORT_HEADER;
            if (length == 1) {
                length = boxes.unsigned64();
                header = LONG_HEADER;
            }
            long inside = length == 0 ? boxes.remaining() : length - header;
            if (type == CODESTREAM_BOX) {
                return boxes.part(Math.min(inside, boxes.remaining()));
            }
            boxes.part(inside);
        }
        throw new CodestreamException("a JP2 file without a codestream");
    }
}
