/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.Marker;
import org.isocenter.dicom.image.codec.stream.SegmentReader;

/**
 * A frame header (T.81 B.2.2).
 *
 * @param process how its scans are coded
 * @param precision bits of a sample
 */
record FrameHeader(Process process, int precision, int rows, int columns, List<FrameComponent> components) {

    /** How scans are coded. */
    enum Process {
        SEQUENTIAL,
        PROGRESSIVE,
        LOSSLESS
    }

    private static final int MAX_COMPONENTS = 4;
    private static final int MAX_FACTOR = 4;

    static FrameHeader read(int marker, SegmentReader in) throws CodestreamException {
        Process process = process(marker);
        int precision = in.readByte();
        boolean possible =
                process == Process.LOSSLESS ? precision >= 2 && precision <= 16 : precision == 8 || precision == 12;
        int rows = in.readShort();
        int columns = in.readShort();
        int count = in.readByte();
        if (!possible || rows == 0 || columns == 0 || count == 0 || count > MAX_COMPONENTS) {
            throw new CodestreamException("a JPEG frame of impossible precision, extent or components");
        }
        int[] ids = new int[count];
        int[] factors = new int[count];
        int[] tables = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = in.readByte();
            // one component alone has no subsampling, whatever is said (T.81 A.2.2)
            int said = in.readByte();
            factors[i] = count == 1 ? 0x11 : said;
            tables[i] = in.readByte();
            check(factors[i], tables[i]);
        }
        return new FrameHeader(process, precision, rows, columns, components(rows, columns, ids, factors, tables));
    }

    private static Process process(int marker) throws CodestreamException {
        return switch (marker) {
            case Marker.SOF0, Marker.SOF1 -> Process.SEQUENTIAL;
            case Marker.SOF2 -> Process.PROGRESSIVE;
            case Marker.SOF3 -> Process.LOSSLESS;
            default -> throw new CodestreamException("JPEG with arithmetic coding or in a hierarchy");
        };
    }

    private static void check(int factors, int table) throws CodestreamException {
        int horizontal = factors >> 4;
        int vertical = factors & 15;
        if (horizontal == 0 || horizontal > MAX_FACTOR || vertical == 0 || vertical > MAX_FACTOR || table > 3) {
            throw new CodestreamException("an impossible component of a JPEG frame");
        }
    }

    private static List<FrameComponent> components(int rows, int columns, int[] ids, int[] factors, int[] tables) {
        int maxHorizontal = 1;
        int maxVertical = 1;
        for (int factor : factors) {
            maxHorizontal = Math.max(maxHorizontal, factor >> 4);
            maxVertical = Math.max(maxVertical, factor & 15);
        }
        int mcusPerLine = ceiling(columns, 8 * maxHorizontal);
        int mcuLines = ceiling(rows, 8 * maxVertical);
        List<FrameComponent> components = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            int horizontal = factors[i] >> 4;
            int vertical = factors[i] & 15;
            components.add(new FrameComponent(
                    i,
                    ids[i],
                    horizontal,
                    vertical,
                    tables[i],
                    ceiling(columns * horizontal, maxHorizontal),
                    ceiling(rows * vertical, maxVertical),
                    mcusPerLine * horizontal,
                    mcuLines * vertical));
        }
        return List.copyOf(components);
    }

    private static int ceiling(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    int maxHorizontal() {
        return components.stream().mapToInt(FrameComponent::horizontal).max().orElse(1);
    }

    int maxVertical() {
        return components.stream().mapToInt(FrameComponent::vertical).max().orElse(1);
    }

    int mcusPerLine() {
        return ceiling(columns, 8 * maxHorizontal());
    }

    int mcuLines() {
        return ceiling(rows, 8 * maxVertical());
    }

    /** Whether all components are as large as the frame. */
    boolean isFullResolution() {
        return components.stream()
                .allMatch(component ->
                        component.horizontal() == maxHorizontal() && component.vertical() == maxVertical());
    }

    /**
     * Refuses a frame that so few bytes cannot hold: a sample of a lossless process has a bit at the least, a block of
     * another too. So what is allocated is in proportion to what was sent.
     */
    void checkLength(int bytes) throws CodestreamException {
        long units = 0;
        for (FrameComponent component : components) {
            units += process == Process.LOSSLESS
                    ? (long) component.rows() * component.columns()
                    : (long) component.blockLines() * component.blocksPerLine();
        }
        if (units > bytes * 8L) {
            throw new CodestreamException("a JPEG codestream too short for its extent");
        }
    }
}
