/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RenderParametersTest {

    @Test
    void parse_all_asAsked() throws InvalidRenderParameterException {
        RenderOptions options = RenderParameters.parse(Map.of(
                "window", List.of("40.5,400,sigmoid"),
                "viewport", List.of("512,256,,10.5,-100,50"),
                "quality", List.of("75"),
                "annotation", List.of("patient,technique"),
                "iccprofile", List.of("srgb"),
                "unknown", List.of("x", "y")));

        assertThat(options.window()).contains(new Window(40.5, 400, VoiFunction.SIGMOID));
        assertThat(options.viewport()).contains(new Viewport(512, 256, new SourceRegion(0, 10.5, -100, 50, false)));
        assertThat(options.quality()).isEqualTo(75);
        assertThat(options.annotations()).containsExactlyInAnyOrder(AnnotationKind.values());
        assertThat(options.iccProfile()).isEqualTo(IccHandling.SRGB);
    }

    @Test
    void parse_nothing_default() throws InvalidRenderParameterException {
        assertThat(RenderParameters.parse(Map.of())).isEqualTo(RenderOptions.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "window;40,400",
                "window;40,400,<b>",
                "window;40,0,linear",
                "window;40,0.5,linear",
                "window;NaN,400,linear",
                "window;1e999,400,linear",
                "window;40,Infinity,sigmoid",
                "window;''",
                "window;40,-1,linear-exact",
                "window;0x10,400,linear",
                "viewport;512",
                "viewport;0,5",
                "viewport;512,99999",
                "viewport;5,5,1,1,1",
                "viewport;5,5,-1,1,1,1",
                "viewport;5,5,a,1,1,1",
                "viewport;-5,5",
                "viewport;5.5,5",
                "quality;0",
                "quality;101",
                "quality;abc",
                "quality;99999999999999",
                "annotation;<script>",
                "annotation;patient,",
                "iccprofile;maybe"
            })
    void parse_wrong_namesTheParameterAndNotItsContent(String name, String value) {
        InvalidRenderParameterException refused = catchThrowableOfType(
                InvalidRenderParameterException.class, () -> RenderParameters.parse(Map.of(name, List.of(value))));

        assertThat(refused.parameter()).isEqualTo(name);
        assertThat(refused.getMessage()).startsWith(name).doesNotContain("<");
    }

    @Test
    void parse_twice_refused() {
        assertThat(catchThrowableOfType(
                                InvalidRenderParameterException.class,
                                () -> RenderParameters.parse(Map.of("quality", List.of("5", "6"))))
                        .parameter())
                .isEqualTo("quality");
    }

    @Test
    void parseThumbnail_region_refused() throws InvalidRenderParameterException {
        assertThat(RenderParameters.parseThumbnail(Map.of("viewport", List.of("64,32"))))
                .contains(Viewport.of(64, 32));
        assertThat(RenderParameters.parseThumbnail(Map.of())).isEqualTo(Optional.empty());
        assertThat(catchThrowableOfType(
                                InvalidRenderParameterException.class,
                                () -> RenderParameters.parseThumbnail(Map.of("viewport", List.of("64,32,0,0,1,1"))))
                        .parameter())
                .isEqualTo("viewport");
    }

    @Test
    void parseUri_all_asAsked() throws InvalidRenderParameterException {
        RenderOptions options = UriRenderParameters.parse(Map.of(
                "rows", List.of("100"),
                "region", List.of("0.25,0,0.75,0.5"),
                "windowCenter", List.of("40"),
                "windowWidth", List.of("400"),
                "imageQuality", List.of("50")));

        assertThat(options.window()).contains(new Window(40, 400, VoiFunction.LINEAR));
        assertThat(options.viewport()).contains(new Viewport(0, 100, new SourceRegion(0.25, 0, 0.5, 0.5, true)));
        assertThat(options.quality()).isEqualTo(50);
    }

    @Test
    void parseUri_halfAWindow_refused() {
        assertThat(catchThrowableOfType(
                                InvalidRenderParameterException.class,
                                () -> UriRenderParameters.parse(Map.of("windowCenter", List.of("40"))))
                        .parameter())
                .isEqualTo("windowWidth");
    }
}
