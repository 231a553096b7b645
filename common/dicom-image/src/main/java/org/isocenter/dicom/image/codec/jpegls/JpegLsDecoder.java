/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegls;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameAssembly;
import org.isocenter.dicom.image.codec.FrameDecoder;
import org.isocenter.dicom.image.codec.stream.Marker;
import org.isocenter.dicom.image.codec.stream.SegmentReader;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;

/**
 * Decodes JPEG-LS (T.87), lossless and near-lossless: 2 to 16 bits, components in scans of their own or interleaved by line
 * or by sample, preset parameters, restart intervals in lines; no mapping tables and no subsampling. Samples mean what is
 * described: the codestream says nothing of colour. Immutable.
 */
public final class JpegLsDecoder implements FrameDecoder {
    private static final int PRESETS = 1;

    /** A frame that is so many times its codestream is first decoded without being kept, to see that it is all there. */
    private static final long DOUBTFUL_EXPANSION = 500;

    @Override
    public Frame decode(FrameFormat described, byte[] codestream) throws CodestreamException {
        SegmentReader in = new SegmentReader(codestream);
        for (int marker = in.nextMarker(); marker != Marker.SOF55; marker = in.nextMarker()) {
            if (marker == Marker.EOI || marker == Marker.SOS || Marker.isFrame(marker)) {
                throw new CodestreamException("no JPEG-LS codestream");
            }
            if (!Marker.standsAlone(marker)) {
                in.enter();
                in.leave();
            }
        }
        in.enter();
        FrameHeader header = FrameHeader.read(in);
        in.leave();
        FrameAssembly.checkExtent(described, header.rows(), header.columns(), header.componentIds().length);
        // a line has a bit at the least
        if (header.rows() > codestream.length * 8L) {
            throw new CodestreamException("a JPEG-LS codestream too short for its extent");
        }
        FrameFormat format = FrameAssembly.format(described, header.precision());
        int scans = in.position();
        if (format.length() > codestream.length * DOUBTFUL_EXPANSION) {
            decodeScans(header, codestream, in, (row, component, line, from) -> {});
            in.moveTo(scans);
        }
        FrameAssembly assembly = new FrameAssembly(described, header.precision());
        decodeScans(header, codestream, in, assembly::put);
        String photometricInterpretation = described.photometricInterpretation();
        return assembly.frame(
                photometricInterpretation.equals("YBR_FULL_422") ? "YBR_FULL" : photometricInterpretation);
    }

    private static void decodeScans(FrameHeader header, byte[] codestream, SegmentReader in, LineSink sink)
            throws CodestreamException {
        int[] presets = new int[5];
        int restartLines = 0;
        int missing = (1 << header.componentIds().length) - 1;
        while (missing != 0) {
            int marker = in.nextMarker();
            if (marker == Marker.EOI) {
                throw new CodestreamException("a JPEG-LS component without a scan");
            }
            if (Marker.standsAlone(marker) || marker < 0x80) {
                continue;
            }
            in.enter();
            if (marker == Marker.LSE) {
                readPresets(in, presets);
            } else if (marker == Marker.DRI) {
                restartLines = readRestartInterval(in);
            } else if (marker == Marker.SOS) {
                ScanHeader scan = ScanHeader.read(in, header);
                in.leave();
                missing = without(scan.components(), missing);
                CodingParameters parameters = CodingParameters.of(presets, header.greatest(), scan.near());
                UnstuffedBits bits = new UnstuffedBits(codestream, in.position());
                new ScanDecoder(header, scan, parameters, bits, restartLines).decode(sink);
                in.moveTo(bits.next());
                continue;
            }
            in.leave();
        }
    }

    /** A component is in one scan: a line may be no more than a bit, so that many scans would cost much time. */
    private static int without(int[] components, int missing) throws CodestreamException {
        int left = missing;
        for (int component : components) {
            if ((left & 1 << component) == 0) {
                throw new CodestreamException("a JPEG-LS component with two scans");
            }
            left &= ~(1 << component);
        }
        return left;
    }

    /** T.87 C.2.4.1. */
    private static void readPresets(SegmentReader in, int[] presets) throws CodestreamException {
        if (in.readByte() != PRESETS) {
            throw new CodestreamException("a JPEG-LS codestream with mapping tables or an extent of its own");
        }
        for (int i = 0; i < presets.length; i++) {
            presets[i] = in.readShort();
        }
    }

    /** Two to four bytes (T.87 C.2.5). */
    private static int readRestartInterval(SegmentReader in) throws CodestreamException {
        int interval = 0;
        while (in.remaining() > 0) {
            interval = interval << 8 | in.readByte();
        }
        return Math.max(0, interval);
    }
}
