/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.Optional;
import java.util.TreeSet;

import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.image.render.InvalidRenderParameterException;
import org.isocenter.dicom.image.render.RenderOptions;
import org.isocenter.dicom.image.render.RenderParameters;
import org.isocenter.dicom.image.render.UriRenderParameters;
import org.isocenter.dicom.image.render.Viewport;
import org.isocenter.service.http.Problem;
import org.isocenter.service.http.ProblemException;

/** The parameters of rendered resources (PS3.18 8.3.5): one that is wrong ends the request with 400. */
final class RenderingQuery {

    private RenderingQuery() {}

    /** How a picture is wanted. */
    static RenderOptions options(Exchange exchange) {
        try {
            return RenderParameters.parse(exchange.queryParameters());
        } catch (InvalidRenderParameterException e) {
            throw wrong(e);
        }
    }

    /** How a picture is wanted by WADO-URI (PS3.18 9.4.1.2). */
    static RenderOptions uriOptions(Exchange exchange) {
        try {
            return UriRenderParameters.parse(exchange.queryParameters());
        } catch (InvalidRenderParameterException e) {
            throw wrong(e);
        }
    }

    /** The extent of a thumbnail. */
    static Optional<Viewport> thumbnail(Exchange exchange) {
        try {
            return RenderParameters.parseThumbnail(exchange.queryParameters());
        } catch (InvalidRenderParameterException e) {
            throw wrong(e);
        }
    }

    private static ProblemException wrong(InvalidRenderParameterException e) {
        return Problem.of(400, "The parameter " + e.parameter() + " has to be " + e.allowed() + ".")
                .withCode(ErrorCode.BAD_REQUEST.name())
                .toException();
    }

    /** The same for the same options, in whichever process. */
    static String describe(RenderOptions options) {
        return options.window()
                + " " + options.viewport()
                + " " + new TreeSet<>(options.annotations())
                + " " + options.graphics()
                + " " + options.quality()
                + " " + options.iccProfile();
    }
}
