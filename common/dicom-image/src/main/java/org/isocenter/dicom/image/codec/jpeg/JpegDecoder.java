/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameAssembly;
import org.isocenter.dicom.image.codec.FrameDecoder;
import org.isocenter.dicom.image.codec.stream.Marker;
import org.isocenter.dicom.image.codec.stream.SegmentReader;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * Decodes JPEG (T.81) with Huffman coding: the sequential, progressive and lossless processes, whichever of them the
 * transfer syntax names, with 8 or 12 bits, or 2 to 16 of the lossless one. Colour stays as it is in the codestream, in
 * full resolution ({@link ColourModel} says which it is). A codestream may lack its EOI, and anything may follow it; one
 * that lacks entropy-coded data is refused. Immutable.
 */
public final class JpegDecoder implements FrameDecoder {
    /** More scans than any encoder makes would only cost time. */
    private static final int MAX_SCANS = 100;

    @Override
    public Frame decode(FrameFormat described, byte[] codestream) throws CodestreamException {
        SegmentReader in = new SegmentReader(codestream);
        DecoderTables tables = new DecoderTables();
        int marker = in.nextMarker();
        while (!Marker.isFrame(marker)) {
            readTables(marker, in, tables);
            marker = in.nextMarker();
        }
        in.enter();
        FrameHeader header = FrameHeader.read(marker, in);
        in.leave();
        FrameAssembly.checkExtent(
                described, header.rows(), header.columns(), header.components().size());
        header.checkLength(codestream.length);
        FrameAssembly assembly = new FrameAssembly(described, header.precision());
        if (header.process() == FrameHeader.Process.LOSSLESS) {
            decodeLossless(codestream, in, header, tables, assembly);
        } else {
            decodeDct(codestream, in, header, tables, assembly);
        }
        return assembly.frame(ColourModel.of(described, header, tables));
    }

    private static void readTables(int marker, SegmentReader in, DecoderTables tables) throws CodestreamException {
        if (marker == Marker.EOI || marker == Marker.SOS) {
            throw new CodestreamException("a JPEG codestream without a frame");
        }
        if (!Marker.standsAlone(marker)) {
            in.enter();
            tables.read(marker, in);
            in.leave();
        }
    }

    /** The next scan; null at the end of the image. */
    private static ScanHeader nextScan(SegmentReader in, FrameHeader header, DecoderTables tables)
            throws CodestreamException {
        for (int marker = in.nextMarker(); marker != Marker.EOI; marker = in.nextMarker()) {
            if (marker == Marker.SOS) {
                in.enter();
                ScanHeader scan = ScanHeader.read(in, header);
                in.leave();
                return scan;
            }
            if (Marker.isFrame(marker)) {
                throw new CodestreamException("a JPEG codestream with two frames");
            }
            readTables(marker, in, tables);
        }
        return null;
    }

    private static void decodeDct(
            byte[] codestream, SegmentReader in, FrameHeader header, DecoderTables tables, FrameAssembly assembly)
            throws CodestreamException {
        DctFrame frame = new DctFrame(header);
        int scans = 0;
        for (ScanHeader scan = nextScan(in, header, tables); scan != null; scan = nextScan(in, header, tables)) {
            if (++scans > MAX_SCANS) {
                throw new CodestreamException("a JPEG codestream of too many scans");
            }
            EntropyBits bits = new EntropyBits(codestream, in.position());
            frame.decodeScan(scan, tables, bits);
            in.moveTo(bits.next());
        }
        frame.assemble(assembly);
    }

    private static void decodeLossless(
            byte[] codestream, SegmentReader in, FrameHeader header, DecoderTables tables, FrameAssembly assembly)
            throws CodestreamException {
        if (!header.isFullResolution()) {
            throw new CodestreamException("a lossless JPEG codestream with subsampled components");
        }
        int missing = (1 << header.components().size()) - 1;
        while (missing != 0) {
            ScanHeader scan = nextScan(in, header, tables);
            if (scan == null) {
                throw new CodestreamException("a JPEG component without a scan");
            }
            for (ScanHeader.ScanComponent component : scan.components()) {
                missing &= ~(1 << component.component().index());
            }
            EntropyBits bits = new EntropyBits(codestream, in.position());
            new LosslessScan(header, scan, tables, bits).decode(assembly);
            in.moveTo(bits.next());
        }
    }
}
