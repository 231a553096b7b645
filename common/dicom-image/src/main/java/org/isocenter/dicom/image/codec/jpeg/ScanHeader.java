/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.SegmentReader;

/**
 * A scan header (T.81 B.2.3).
 *
 * @param spectralStart first coefficient; in a lossless process the predictor
 * @param spectralEnd last coefficient
 * @param successiveHigh bits that earlier scans left, 0 in the first scan
 * @param successiveLow bits that this scan leaves; in a lossless process the point transform
 */
record ScanHeader(
        List<ScanComponent> components, int spectralStart, int spectralEnd, int successiveHigh, int successiveLow) {

    /** One component of a scan, with the destinations of its tables, 0 to 3. */
    record ScanComponent(FrameComponent component, int dcTable, int acTable) {}

    private static final int MAX_BLOCKS_IN_MCU = 10;

    static ScanHeader read(SegmentReader in, FrameHeader frame) throws CodestreamException {
        int count = in.readByte();
        if (count == 0 || count > frame.components().size()) {
            throw new CodestreamException("a JPEG scan of an impossible number of components");
        }
        List<ScanComponent> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FrameComponent component = component(frame, in.readByte(), components);
            int tables = in.readByte();
            if (tables >> 4 > 3 || (tables & 15) > 3) {
                throw new CodestreamException("a JPEG scan names an impossible table");
            }
            components.add(new ScanComponent(component, tables >> 4, tables & 15));
        }
        int start = in.readByte();
        int end = in.readByte();
        int approximation = in.readByte();
        ScanHeader scan = new ScanHeader(List.copyOf(components), start, end, approximation >> 4, approximation & 15);
        scan.check(frame);
        return scan;
    }

    private static FrameComponent component(FrameHeader frame, int id, List<ScanComponent> before)
            throws CodestreamException {
        // two components may bear the same name in what some write: the next that is not yet in the scan
        for (FrameComponent component : frame.components()) {
            if (component.id() == id && before.stream().noneMatch(scanned -> scanned.component() == component)) {
                return component;
            }
        }
        throw new CodestreamException("a JPEG scan of a component that is not in its frame");
    }

    private void check(FrameHeader frame) throws CodestreamException {
        boolean possible =
                switch (frame.process()) {
                    case SEQUENTIAL -> true;
                    case PROGRESSIVE -> isProgressive();
                    case LOSSLESS -> spectralStart >= 1 && spectralStart <= 7 && successiveLow < frame.precision();
                };
        int blocks = components.stream()
                .mapToInt(scanned ->
                        scanned.component().horizontal() * scanned.component().vertical())
                .sum();
        if (!possible || components.size() > 1 && blocks > MAX_BLOCKS_IN_MCU * 2) {
            throw new CodestreamException("a JPEG scan with impossible parameters");
        }
    }

    /** T.81 G.1.1.1. */
    private boolean isProgressive() {
        boolean band = spectralStart == 0
                ? spectralEnd == 0
                : spectralEnd >= spectralStart && spectralEnd < 64 && components.size() == 1;
        boolean bits = successiveLow <= 13 && (successiveHigh == 0 || successiveHigh == successiveLow + 1);
        return band && bits;
    }
}
