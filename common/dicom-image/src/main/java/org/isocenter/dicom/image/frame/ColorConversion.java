/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.frame;

import java.util.Optional;

/**
 * From one colour model to another (PS3.3 C.7.6.3.1.2), in integers, rounded and clamped to the bits stored. Chrominance
 * is in full resolution, and 0 of it lies in the middle of what can be stored. Keeps no state.
 */
public final class ColorConversion {
    private static final String RGB = "RGB";
    private static final String YBR_FULL = "YBR_FULL";
    private static final int FRACTION = 16;

    private ColorConversion() {}

    /** Whether samples of a photometric interpretation can become RGB. */
    public static boolean isConvertible(String photometricInterpretation) {
        return toRgb(photometricInterpretation, Byte.SIZE).isPresent();
    }

    /**
     * What makes lines of samples red, green and blue.
     *
     * @param bitsStored of each sample, 1 to 16
     * @return empty if the photometric interpretation cannot become RGB
     */
    public static Optional<LineConversion> toRgb(String photometricInterpretation, int bitsStored) {
        return switch (photometricInterpretation) {
            case RGB -> Optional.of((first, second, third) -> {});
            // YBR_ICT has the coefficients of YBR_FULL (PS3.3 C.7.6.3.1.2)
            case YBR_FULL, "YBR_FULL_422", "YBR_ICT" -> Optional.of(YbrToRgb.full(bitsStored));
            case "YBR_PARTIAL_422", "YBR_PARTIAL_420" -> Optional.of(YbrToRgb.partial(bitsStored));
            case "YBR_RCT" -> Optional.of(reversible(bitsStored));
            default -> Optional.empty();
        };
    }

    /**
     * Makes a frame RGB.
     *
     * @param frame of YBR_FULL, YBR_FULL_422, YBR_ICT, YBR_RCT, YBR_PARTIAL_422 or YBR_PARTIAL_420; not changed
     * @return a new frame, or the same if it is RGB
     * @throws IllegalArgumentException if it is of another photometric interpretation, of no three samples, or not of 8 or
     *     16 unsigned bits
     */
    public static Frame toRgb(Frame frame) {
        String photometricInterpretation = frame.format().photometricInterpretation();
        if (photometricInterpretation.equals(RGB)) {
            return frame;
        }
        LineConversion conversion = toRgb(photometricInterpretation, bitsStored(frame))
                .orElseThrow(() -> new IllegalArgumentException("no RGB of this photometric interpretation"));
        return convert(frame, RGB, conversion);
    }

    /**
     * Makes a frame YBR_FULL.
     *
     * @param frame of any of those of {@link #toRgb}; not changed
     * @return a new frame, or the same if it is YBR_FULL
     * @throws IllegalArgumentException as {@link #toRgb} does
     */
    public static Frame toYbrFull(Frame frame) {
        return switch (frame.format().photometricInterpretation()) {
            case YBR_FULL -> frame;
            case "YBR_FULL_422" -> new Frame(frame.format().withPhotometricInterpretation(YBR_FULL), frame.samples());
            default -> convert(toRgb(frame), YBR_FULL, rgbToYbr(bitsStored(frame)));
        };
    }

    /** What becomes of the three samples of each pixel of a line. */
    @FunctionalInterface
    public interface LineConversion {

        /** Converts lines of one length in place. */
        void convert(int[] first, int[] second, int[] third);
    }

    private static int bitsStored(Frame frame) {
        return frame.format().bitsStored();
    }

    private static Frame convert(Frame frame, String photometricInterpretation, LineConversion conversion) {
        FrameFormat format = frame.format();
        if (format.samplesPerPixel() != 3
                || format.bitsAllocated() > 16
                || format.signed()
                || format.highBit() != format.bitsStored() - 1) {
            throw new IllegalArgumentException("no colour of such samples");
        }
        SampleLines in = new SampleLines(format, frame.samples());
        byte[] samples = new byte[format.length()];
        SampleLines out = new SampleLines(format, samples);
        int mask = (1 << format.bitsStored()) - 1;
        int[][] lines = new int[3][format.columns()];
        for (int row = 0; row < format.rows(); row++) {
            for (int i = 0; i < 3; i++) {
                in.get(row, i, lines[i], 0);
                mask(lines[i], mask);
            }
            conversion.convert(lines[0], lines[1], lines[2]);
            for (int i = 0; i < 3; i++) {
                out.put(row, i, lines[i], 0);
            }
        }
        return new Frame(format.withPhotometricInterpretation(photometricInterpretation), samples);
    }

    private static void mask(int[] line, int mask) {
        for (int x = 0; x < line.length; x++) {
            line[x] &= mask;
        }
    }

    /** The reversible transform of JPEG 2000 (T.800 G.2). */
    private static LineConversion reversible(int bitsStored) {
        int center = 1 << bitsStored - 1;
        int max = (1 << bitsStored) - 1;
        return (first, second, third) -> {
            for (int x = 0; x < first.length; x++) {
                int blue = second[x] - center;
                int red = third[x] - center;
                int green = first[x] - (blue + red >> 2);
                first[x] = clamp(red + green, max);
                second[x] = clamp(green, max);
                third[x] = clamp(blue + green, max);
            }
        };
    }

    private static LineConversion rgbToYbr(int bitsStored) {
        long center = 1L << bitsStored - 1;
        int max = (1 << bitsStored) - 1;
        long half = 1L << FRACTION - 1;
        long offset = (center << FRACTION) + half;
        return (first, second, third) -> {
            for (int x = 0; x < first.length; x++) {
                long red = first[x];
                long green = second[x];
                long blue = third[x];
                // 0.299, 0.587, 0.114; 0.168736, 0.331264, 0.5; 0.418688, 0.081312, times 2 to the 16th
                first[x] = (int) (19595 * red + 38470 * green + 7471 * blue + half >> FRACTION);
                second[x] = clamp((int) (32768 * blue - 11059 * red - 21709 * green + offset >> FRACTION), max);
                third[x] = clamp((int) (32768 * red - 27439 * green - 5329 * blue + offset >> FRACTION), max);
            }
        };
    }

    static int clamp(int value, int max) {
        return Math.max(0, Math.min(max, value));
    }
}
