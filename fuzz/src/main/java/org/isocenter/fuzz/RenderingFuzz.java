/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.dicom.image.render.InvalidRenderParameterException;
import org.isocenter.dicom.image.render.Picture;
import org.isocenter.dicom.image.render.RenderLimits;
import org.isocenter.dicom.image.render.RenderOptions;
import org.isocenter.dicom.image.render.RenderParameters;
import org.isocenter.dicom.image.render.Renderer;
import org.isocenter.dicom.image.render.UriRenderParameters;
import org.isocenter.dicom.image.render.encode.PngEncoder;
import org.isocenter.dicom.image.report.HtmlReport;
import org.isocenter.dicom.image.report.PlainReport;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * A query string of rendered resources or of WADO-URI, a line feed, and a data set in explicit VR little endian: an image with uncompressed pixel data,
 * which is a presentation state for itself if it names images, or a structured report.
 */
public final class RenderingFuzz {

    private static final int MAX_FRAME = 1 << 16;
    private static final RenderLimits LIMITS = new RenderLimits(1 << 17, 2000, 2000);
    private static final int MAX_BITS = 64;

    private RenderingFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        if (end == input.length) {
            return;
        }
        String query = new String(input, 0, end, StandardCharsets.ISO_8859_1);
        byte[] dataset = Arrays.copyOfRange(input, end + 1, input.length);
        Check.run(input, () -> render(query, dataset));
    }

    private static void render(String query, byte[] dataset) throws IOException {
        Attributes attributes = DatasetReader.read(dataset, TransferSyntax.of(UID.ExplicitVRLittleEndian));
        if (attributes.contains(Tag.ContentSequence)) {
            HtmlReport.of(attributes);
            PlainReport.of(attributes);
        }
        RenderOptions options = options(query);
        Frame frame = frame(attributes);
        boolean isState = attributes.contains(Tag.ReferencedSeriesSequence);
        Optional<Attributes> state = isState ? Optional.of(attributes) : Optional.empty();
        Picture picture = new Renderer(LIMITS).render(attributes, frame, 1, options, state);
        Check.require((long) picture.width() * picture.height() <= LIMITS.maxPixels(), "a picture beyond its limits");
        new PngEncoder().encode(picture);
    }

    private static RenderOptions options(String query) throws IOException {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = Math.max(0, pair.indexOf('='));
            parameters
                    .computeIfAbsent(pair.substring(0, equals), missing -> new ArrayList<>())
                    .add(decoded(pair.substring(Math.min(pair.length(), equals + 1))));
        }
        try {
            return query.contains("requestType")
                    ? UriRenderParameters.parse(parameters)
                    : RenderParameters.parse(parameters);
        } catch (InvalidRenderParameterException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Undecodable text is refused before it comes to rendering. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Frame frame(Attributes attributes) throws IOException {
        byte[] pixels = attributes.getBytes(Tag.PixelData);
        FrameFormat format;
        try {
            format = format(attributes);
        } catch (IllegalArgumentException e) {
            throw new IOException("no image", e);
        }
        if (pixels == null || format.length() > MAX_FRAME) {
            throw new IOException("no pixels, or too many");
        }
        return new Frame(format, Arrays.copyOf(pixels, format.length()));
    }

    private static FrameFormat format(Attributes attributes) {
        int allocated = Math.min(MAX_BITS, attributes.getInt(Tag.BitsAllocated, 0));
        int stored = attributes.getInt(Tag.BitsStored, allocated);
        int samples = attributes.getInt(Tag.SamplesPerPixel, 1);
        return new FrameFormat(
                attributes.getInt(Tag.Rows, 0),
                attributes.getInt(Tag.Columns, 0),
                samples,
                allocated,
                stored,
                attributes.getInt(Tag.HighBit, stored - 1),
                attributes.getInt(Tag.PixelRepresentation, 0) == 1,
                samples > 1 && attributes.getInt(Tag.PlanarConfiguration, 0) == 1,
                attributes
                        .getString(Tag.PhotometricInterpretation, samples == 1 ? "MONOCHROME2" : "RGB")
                        .strip());
    }
}
