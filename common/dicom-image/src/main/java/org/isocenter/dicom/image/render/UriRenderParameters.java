/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query parameters of WADO-URI that concern rendering (PS3.18 9.4.1.2): {@code annotation}, {@code imageQuality},
 * {@code rows}, {@code columns}, {@code region}, {@code windowCenter} and {@code windowWidth}. Safe for concurrent use.
 */
public final class UriRenderParameters {

    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";
    private static final String REGION = "region";
    private static final String CENTER = "windowCenter";
    private static final String WIDTH = "windowWidth";
    private static final String QUALITY = "imageQuality";
    private static final String EXTENT_ALLOWED = "an integer from 1 to " + Viewport.MAX_EXTENT;
    private static final String REGION_ALLOWED = "x0,y0,x1,y1: numbers from 0 to 1, the second corner beyond the first";
    private static final String WINDOW_ALLOWED = "a number, and both windowCenter and windowWidth there";

    private UriRenderParameters() {}

    /**
     * Reads the parameters.
     *
     * @param parameters by name; each may be there once
     * @throws InvalidRenderParameterException for the first one that is wrong
     */
    public static RenderOptions parse(Map<String, List<String>> parameters) throws InvalidRenderParameterException {
        return new RenderOptions(
                window(parameters),
                viewport(parameters),
                RenderParameters.annotations(parameters.get("annotation")),
                true,
                RenderParameters.quality(
                        QUALITY, RenderParameters.single(parameters, QUALITY, "an integer from 1 to 100")),
                IccHandling.NO);
    }

    private static Optional<Window> window(Map<String, List<String>> parameters)
            throws InvalidRenderParameterException {
        Optional<String> center = RenderParameters.single(parameters, CENTER, WINDOW_ALLOWED);
        Optional<String> width = RenderParameters.single(parameters, WIDTH, WINDOW_ALLOWED);
        if (center.isEmpty() && width.isEmpty()) {
            return Optional.empty();
        }
        if (center.isEmpty() || width.isEmpty()) {
            throw new InvalidRenderParameterException(center.isEmpty() ? CENTER : WIDTH, WINDOW_ALLOWED);
        }
        double middle = RenderParameters.number(CENTER, center.get(), WINDOW_ALLOWED);
        double extent = RenderParameters.number(WIDTH, width.get(), WINDOW_ALLOWED);
        if (!Window.isPossible(middle, extent)) {
            throw new InvalidRenderParameterException(WIDTH, "a number above 0");
        }
        return Optional.of(new Window(middle, extent, VoiFunction.LINEAR));
    }

    private static Optional<Viewport> viewport(Map<String, List<String>> parameters)
            throws InvalidRenderParameterException {
        int height = extent(parameters, ROWS);
        int width = extent(parameters, COLUMNS);
        Optional<String> text = RenderParameters.single(parameters, REGION, REGION_ALLOWED);
        SourceRegion region = text.isEmpty() ? SourceRegion.WHOLE : region(text.get());
        return width == 0 && height == 0 && text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Viewport(width, height, region));
    }

    private static int extent(Map<String, List<String>> parameters, String name)
            throws InvalidRenderParameterException {
        Optional<String> text = RenderParameters.single(parameters, name, EXTENT_ALLOWED);
        return text.isEmpty() ? 0 : RenderParameters.integer(name, text.get(), Viewport.MAX_EXTENT, EXTENT_ALLOWED);
    }

    private static SourceRegion region(String text) throws InvalidRenderParameterException {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw new InvalidRenderParameterException(REGION, REGION_ALLOWED);
        }
        double[] corners = new double[parts.length];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = RenderParameters.number(REGION, parts[i], REGION_ALLOWED);
            if (corners[i] < 0 || corners[i] > 1) {
                throw new InvalidRenderParameterException(REGION, REGION_ALLOWED);
            }
        }
        if (corners[2] <= corners[0] || corners[3] <= corners[1]) {
            throw new InvalidRenderParameterException(REGION, REGION_ALLOWED);
        }
        return new SourceRegion(corners[0], corners[1], corners[2] - corners[0], corners[3] - corners[1], true);
    }
}
