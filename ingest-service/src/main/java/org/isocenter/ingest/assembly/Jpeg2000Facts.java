/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

import org.isocenter.dicom.data.UID;

/** Reads the main header of JPEG 2000 (ISO/IEC 15444-1 A.5 and A.6), of Part 1 and of high throughput (Part 15). */
final class Jpeg2000Facts {

    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int CAP = 0xFF50;
    private static final int SOT = 0xFF90;
    private static final int SIGNED = 0x80;
    private static final int REVERSIBLE = 1;
    private static final int MAX_EXTENT = 0xFFFF;

    private Jpeg2000Facts() {}

    static Optional<CodestreamFacts> read(byte[] head) {
        try {
            return facts(ByteBuffer.wrap(head));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Optional<CodestreamFacts> facts(ByteBuffer in) {
        if (unsigned16(in) != SOC || unsigned16(in) != SIZ) {
            return Optional.empty();
        }
        ByteBuffer size = segment(in);
        unsigned16(size);
        long right = unsigned32(size);
        long bottom = unsigned32(size);
        long columns = right - unsigned32(size);
        long rows = bottom - unsigned32(size);
        unsigned32(size);
        unsigned32(size);
        unsigned32(size);
        unsigned32(size);
        int components = unsigned16(size);
        int sample = size.get() & 0xFF;
        if (rows <= 0 || columns <= 0 || rows > MAX_EXTENT || columns > MAX_EXTENT) {
            return Optional.empty();
        }
        boolean highThroughput = false;
        for (int marker = unsigned16(in); marker != SOT; marker = unsigned16(in)) {
            ByteBuffer segment = segment(in);
            highThroughput |= marker == CAP;
            if (marker == COD) {
                return Optional.of(facts(segment, (int) rows, (int) columns, components, sample, highThroughput));
            }
        }
        return Optional.empty();
    }

    private static CodestreamFacts facts(
            ByteBuffer codingStyle, int rows, int columns, int components, int sample, boolean highThroughput) {
        // style, order and layers; then levels, sizes and style of code-blocks
        unsigned32(codingStyle);
        boolean multipleComponents = codingStyle.get() != 0;
        unsigned32(codingStyle);
        boolean reversible = codingStyle.get() == REVERSIBLE;
        String transferSyntaxUid = highThroughput
                ? reversible ? UID.HTJ2KLossless : UID.HTJ2K
                : reversible ? UID.JPEG2000Lossless : UID.JPEG2000;
        String colours = multipleComponents ? reversible ? "YBR_RCT" : "YBR_ICT" : "RGB";
        return new CodestreamFacts(
                rows,
                columns,
                components,
                (sample & ~SIGNED) + 1,
                (sample & SIGNED) != 0,
                components == 3 ? colours : "MONOCHROME2",
                Optional.of(transferSyntaxUid));
    }

    private static ByteBuffer segment(ByteBuffer in) {
        int length = unsigned16(in) - 2;
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer segment = in.slice(in.position(), length);
        in.position(in.position() + length);
        return segment;
    }

    private static int unsigned16(ByteBuffer in) {
        return in.getShort() & 0xFFFF;
    }

    private static long unsigned32(ByteBuffer in) {
        return in.getInt() & 0xFFFF_FFFFL;
    }
}
