/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.util.Optional;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.Marker;
import org.isocenter.dicom.image.codec.stream.SegmentReader;

/** Reads the frame and scan header of JPEG (T.81 B.2) and JPEG-LS (T.87 C.2). Used by one thread. */
final class JpegFacts {

    private static final int FIRST_ORDER_PREDICTION = 1;

    private int frame;
    private int precision;
    private int rows;
    private int columns;
    private int components;
    private int firstFactors;
    private int firstId;
    private boolean transformed = true;

    private JpegFacts() {}

    static Optional<CodestreamFacts> read(byte[] head) {
        try {
            return new JpegFacts().facts(new SegmentReader(head));
        } catch (CodestreamException e) {
            return Optional.empty();
        }
    }

    private Optional<CodestreamFacts> facts(SegmentReader in) throws CodestreamException {
        for (int marker = in.nextMarker(); marker != Marker.EOI; marker = in.nextMarker()) {
            if (marker == Marker.SOI || Marker.isRestart(marker)) {
                continue;
            }
            in.enter();
            if (marker == Marker.SOS) {
                return frame == 0 ? Optional.empty() : Optional.of(facts(transferSyntax(in)));
            }
            if (marker == Marker.SOF55 || Marker.isFrame(marker)) {
                frame = marker;
                readFrame(in);
            } else if (marker == Marker.APP14) {
                readAdobe(in);
            }
            in.leave();
        }
        return Optional.empty();
    }

    private void readFrame(SegmentReader in) throws CodestreamException {
        precision = in.readByte();
        rows = in.readShort();
        columns = in.readShort();
        components = in.readByte();
        firstId = in.readByte();
        firstFactors = in.readByte();
    }

    private void readAdobe(SegmentReader in) throws CodestreamException {
        if (in.startsWith("Adobe")) {
            in.readShort();
            in.readShort();
            in.readShort();
            transformed = in.readByte() != 0;
        }
    }

    /** Which of the transfer syntaxes of PS3.18 table 8.7.3-5; those of retired processes are not told. */
    private Optional<String> transferSyntax(SegmentReader scan) throws CodestreamException {
        int count = scan.readByte();
        for (int i = 0; i < count; i++) {
            scan.readShort();
        }
        // the predictor of a lossless scan, the bound on errors of JPEG-LS
        int parameter = scan.readByte();
        return Optional.ofNullable(
                switch (frame) {
                    case Marker.SOF0 -> UID.JPEGBaseline8Bit;
                    case Marker.SOF1 -> UID.JPEGExtended12Bit;
                    case Marker.SOF3 -> parameter == FIRST_ORDER_PREDICTION ? UID.JPEGLosslessSV1 : UID.JPEGLossless;
                    case Marker.SOF55 -> parameter == 0 ? UID.JPEGLSLossless : UID.JPEGLSNearLossless;
                    default -> null;
                });
    }

    private CodestreamFacts facts(Optional<String> transferSyntaxUid) {
        return new CodestreamFacts(
                rows, columns, components, precision, false, photometricInterpretation(), transferSyntaxUid);
    }

    private String photometricInterpretation() {
        if (components != 3) {
            return "MONOCHROME2";
        }
        boolean lossless = frame == Marker.SOF3 || frame == Marker.SOF55;
        if (lossless || !transformed || firstId == 'R') {
            return "RGB";
        }
        return firstFactors == 0x11 ? "YBR_FULL" : "YBR_FULL_422";
    }
}
