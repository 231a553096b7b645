/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.isocenter.dicom.value.DecimalString;

/**
 * The query parameters of rendered resources (PS3.18 8.3.5.1), read strictly: what is there has to be right. Parameters of
 * other names are left alone. Safe for concurrent use.
 */
public final class RenderParameters {

    static final String WINDOW_ALLOWED =
            "center,width,function: two numbers, the width at least 1 (above 0 unless linear), and linear, linear-exact or"
                    + " sigmoid";
    static final String VIEWPORT_ALLOWED = "vw,vh or vw,vh,sx,sy,sw,sh: vw and vh from 1 to " + Viewport.MAX_EXTENT
            + ", the others numbers or empty, sx and sy not negative";

    private static final String ANNOTATION = "annotation";
    private static final String QUALITY = "quality";
    private static final String VIEWPORT = "viewport";
    private static final String WINDOW = "window";
    private static final String ICC_PROFILE = "iccprofile";

    private static final int WINDOW_PARTS = 3;
    private static final int VIEWPORT_PARTS = 2;
    private static final int REGION_PARTS = 6;

    private RenderParameters() {}

    /**
     * Reads the parameters of a rendered resource.
     *
     * @param parameters by name; each may be there once
     * @throws InvalidRenderParameterException for the first one that is wrong
     */
    public static RenderOptions parse(Map<String, List<String>> parameters) throws InvalidRenderParameterException {
        return new RenderOptions(
                window(single(parameters, WINDOW, WINDOW_ALLOWED)),
                viewport(single(parameters, VIEWPORT, VIEWPORT_ALLOWED)),
                annotations(parameters.get(ANNOTATION)),
                true,
                quality(QUALITY, single(parameters, QUALITY, "an integer from 1 to 100")),
                iccProfile(single(parameters, ICC_PROFILE, "once")));
    }

    /**
     * Reads the parameters of a thumbnail (PS3.18 10.4.1.2): a viewport without a region.
     *
     * @throws InvalidRenderParameterException if it is wrong
     */
    public static Optional<Viewport> parseThumbnail(Map<String, List<String>> parameters)
            throws InvalidRenderParameterException {
        String allowed = "vw,vh: integers from 1 to " + Viewport.MAX_EXTENT;
        Optional<String> text = single(parameters, VIEWPORT, allowed);
        if (text.isPresent() && text.get().chars().filter(c -> c == ',').count() != 1) {
            throw new InvalidRenderParameterException(VIEWPORT, allowed);
        }
        return viewport(text);
    }

    static Optional<String> single(Map<String, List<String>> parameters, String name, String allowed)
            throws InvalidRenderParameterException {
        List<String> values = parameters.get(name);
        if (values == null || values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw new InvalidRenderParameterException(name, allowed + ", once");
        }
        return Optional.of(values.get(0));
    }

    private static Optional<Window> window(Optional<String> text) throws InvalidRenderParameterException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.get().split(",", -1);
        if (parts.length != WINDOW_PARTS) {
            throw new InvalidRenderParameterException(WINDOW, WINDOW_ALLOWED);
        }
        double center = number(WINDOW, parts[0], WINDOW_ALLOWED);
        double width = number(WINDOW, parts[1], WINDOW_ALLOWED);
        VoiFunction function = VoiFunction.ofParameter(parts[2].strip())
                .orElseThrow(() -> new InvalidRenderParameterException(WINDOW, WINDOW_ALLOWED));
        if (!Window.isPossible(center, width) || (function == VoiFunction.LINEAR && width < 1)) {
            throw new InvalidRenderParameterException(WINDOW, WINDOW_ALLOWED);
        }
        return Optional.of(new Window(center, width, function));
    }

    private static Optional<Viewport> viewport(Optional<String> text) throws InvalidRenderParameterException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.get().split(",", -1);
        if (parts.length != VIEWPORT_PARTS && parts.length != REGION_PARTS) {
            throw new InvalidRenderParameterException(VIEWPORT, VIEWPORT_ALLOWED);
        }
        int width = integer(VIEWPORT, parts[0], Viewport.MAX_EXTENT, VIEWPORT_ALLOWED);
        int height = integer(VIEWPORT, parts[1], Viewport.MAX_EXTENT, VIEWPORT_ALLOWED);
        if (parts.length == VIEWPORT_PARTS) {
            return Optional.of(Viewport.of(width, height));
        }
        double[] numbers = new double[REGION_PARTS - VIEWPORT_PARTS];
        for (int i = 0; i < numbers.length; i++) {
            String part = parts[VIEWPORT_PARTS + i];
            numbers[i] = part.isBlank() ? 0 : number(VIEWPORT, part, VIEWPORT_ALLOWED);
        }
        if (numbers[0] < 0 || numbers[1] < 0) {
            throw new InvalidRenderParameterException(VIEWPORT, VIEWPORT_ALLOWED);
        }
        SourceRegion region = new SourceRegion(numbers[0], numbers[1], numbers[2], numbers[3], false);
        return Optional.of(new Viewport(width, height, region));
    }

    static Set<AnnotationKind> annotations(List<String> values) throws InvalidRenderParameterException {
        Set<AnnotationKind> kinds = EnumSet.noneOf(AnnotationKind.class);
        if (values == null) {
            return kinds;
        }
        for (String value : values) {
            for (String part : value.split(",", -1)) {
                switch (part.strip().toLowerCase(Locale.ROOT)) {
                    case "patient" -> kinds.add(AnnotationKind.PATIENT);
                    case "technique" -> kinds.add(AnnotationKind.TECHNIQUE);
                    default ->
                        throw new InvalidRenderParameterException(
                                ANNOTATION, "patient, technique, or both with a comma");
                }
            }
        }
        return kinds;
    }

    static int quality(String name, Optional<String> text) throws InvalidRenderParameterException {
        return text.isEmpty()
                ? RenderOptions.DEFAULT_QUALITY
                : integer(name, text.get(), 100, "an integer from 1 to 100");
    }

    private static IccHandling iccProfile(Optional<String> text) throws InvalidRenderParameterException {
        if (text.isEmpty()) {
            return IccHandling.NO;
        }
        for (IccHandling each : IccHandling.values()) {
            if (each.name().equalsIgnoreCase(text.get().strip())) {
                return each;
            }
        }
        throw new InvalidRenderParameterException(ICC_PROFILE, "no, yes, srgb, adobergb or rommrgb");
    }

    static int integer(String name, String text, int greatest, String allowed) throws InvalidRenderParameterException {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidRenderParameterException(name, allowed);
        }
        int number = Integer.parseInt(digits);
        if (number < 1 || number > greatest) {
            throw new InvalidRenderParameterException(name, allowed);
        }
        return number;
    }

    static double number(String name, String text, String allowed) throws InvalidRenderParameterException {
        if (text.length() > 64) {
            throw new InvalidRenderParameterException(name, allowed);
        }
        return DecimalString.parse(text).orElseThrow(() -> new InvalidRenderParameterException(name, allowed));
    }
}
