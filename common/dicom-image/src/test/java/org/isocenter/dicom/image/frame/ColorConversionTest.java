/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.frame;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ColorConversionTest {
    private static Frame pixels(String photometricInterpretation, int... samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return new Frame(
                new FrameFormat(1, samples.length / 3, 3, 8, 8, 7, false, false, photometricInterpretation), bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "YBR_FULL,76,85,255,254,0,0",
        "YBR_FULL_422,255,128,128,255,255,255",
        "YBR_ICT,0,128,128,0,0,0",
        "YBR_PARTIAL_422,16,128,128,0,0,0",
        "YBR_PARTIAL_420,235,128,128,255,255,255",
        "YBR_PARTIAL_422,0,0,0,0,136,0",
        "YBR_RCT,100,138,118,90,100,110"
    })
    void toRgb_pixel_asDefined(String model, int y, int cb, int cr, int red, int green, int blue) {
        Frame converted = ColorConversion.toRgb(pixels(model, y, cb, cr));
        assertThat(converted.format().photometricInterpretation()).isEqualTo("RGB");
        assertThat(converted.samples()).isEqualTo(new byte[] {(byte) red, (byte) green, (byte) blue});
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 12, 16})
    void toYbrFull_thereAndBack_withinRounding(int bitsStored) {
        Random random = new Random(bitsStored);
        int allocated = bitsStored > 8 ? 16 : 8;
        for (boolean planar : new boolean[] {false, true}) {
            FrameFormat format =
                    new FrameFormat(20, 30, 3, allocated, bitsStored, bitsStored - 1, false, planar, "RGB");
            byte[] samples = new byte[format.length()];
            SampleLines lines = new SampleLines(format, samples);
            int[] line = new int[30];
            for (int row = 0; row < 20; row++) {
                for (int component = 0; component < 3; component++) {
                    for (int x = 0; x < 30; x++) {
                        line[x] = random.nextInt(1 << bitsStored);
                    }
                    lines.put(row, component, line, 0);
                }
            }
            Frame back = ColorConversion.toRgb(ColorConversion.toYbrFull(new Frame(format, samples)));
            SampleLines after = new SampleLines(back.format(), back.samples());
            int[] other = new int[30];
            for (int row = 0; row < 20; row++) {
                for (int component = 0; component < 3; component++) {
                    lines.get(row, component, line, 0);
                    after.get(row, component, other, 0);
                    for (int x = 0; x < 30; x++) {
                        assertThat(Math.abs(line[x] - other[x])).isLessThanOrEqualTo(2);
                    }
                }
            }
        }
    }

    @Test
    void toRgb_ofGrey_refused() {
        Frame grey = new Frame(new FrameFormat(1, 1, 1, 8, 8, 7, false, false, "MONOCHROME2"), new byte[1]);
        assertThatThrownBy(() -> ColorConversion.toRgb(grey)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ColorConversion.isConvertible("MONOCHROME2")).isFalse();
        assertThat(ColorConversion.isConvertible("YBR_FULL")).isTrue();
    }
}
