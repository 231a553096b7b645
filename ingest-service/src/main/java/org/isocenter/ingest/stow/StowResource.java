/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.ingest.assembly.InvalidMetadataException;
import org.isocenter.ingest.stow.StowOutcome.Status;
import org.isocenter.ingest.web.DatasetAnswer;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.BaseUrl;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;

/** STOW-RS (PS3.18 10.5): stores instances, read from the socket as fast as the archive takes them. */
@Path(DicomWeb.ROOT)
@Tag(name = "Store")
public class StowResource {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final StowStore store;
    private final BaseUrl baseUrl;

    /** With what stores and answers. */
    public StowResource(StowStore store, BaseUrl baseUrl) {
        this.store = store;
        this.baseUrl = baseUrl;
    }

    /** Stores instances of any studies. */
    @POST
    @Path("/studies")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(operationId = "storeInstances", summary = "Store instances (STOW-RS, PS3.18 10.5)")
    @APIResponse(responseCode = "200", description = "All instances are stored")
    @APIResponse(responseCode = "202", description = "Some failed, or are stored with a warning")
    @APIResponse(responseCode = "400", description = "The body is truncated or malformed")
    @APIResponse(responseCode = "409", description = "No instance is stored")
    @APIResponse(responseCode = "413", description = "Metadata or bulk data are more than one request may have")
    @APIResponse(responseCode = "415", description = "The body is neither DICOM files nor metadata with bulk data")
    @APIResponse(responseCode = "503", description = "The archive cannot store at present")
    public Response storeInstances(
            InputStream body,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request,
            @RestQuery("accept") List<String> accept) {
        return store(Optional.empty(), body, headers, request, accept);
    }

    /** Stores instances of one study; those of another fail. */
    @POST
    @Path("/studies/{study}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(operationId = "storeInstancesOfStudy", summary = "Store instances of one study (STOW-RS, PS3.18 10.5)")
    @APIResponse(responseCode = "200", description = "All instances are stored")
    @APIResponse(responseCode = "202", description = "Some failed, or are stored with a warning")
    @APIResponse(responseCode = "400", description = "The body is truncated or malformed, or the study is no UID")
    @APIResponse(responseCode = "409", description = "No instance is stored")
    @APIResponse(responseCode = "413", description = "Metadata or bulk data are more than one request may have")
    @APIResponse(responseCode = "415", description = "The body is neither DICOM files nor metadata with bulk data")
    @APIResponse(responseCode = "503", description = "The archive cannot store at present")
    public Response storeInstancesOfStudy(
            @RestPath String study,
            InputStream body,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request,
            @RestQuery("accept") List<String> accept) {
        if (!DicomWeb.isUid(study)) {
            return Problem.of(400, "The study of the path is no UID.").toResponse();
        }
        return store(Optional.of(study), body, headers, request, accept);
    }

    private Response store(
            Optional<String> studyInstanceUid,
            InputStream body,
            HttpHeaders headers,
            HttpServerRequest request,
            List<String> accept) {
        MediaRange mediaType = Acceptance.of(accept, headers.getRequestHeader(HttpHeaders.ACCEPT))
                .choose(DatasetAnswer.OFFERS)
                .orElseThrow(
                        () -> Problem.of(406, "A store is answered as application/dicom+json or application/dicom+xml.")
                                .toException());
        StowContentType contentType = StowContentType.parse(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        List<StowOutcome> outcomes;
        try {
            outcomes = store.storeAll(contentType, body, address(request), studyInstanceUid);
        } catch (InvalidMetadataException e) {
            return Problem.of(400, "The metadata cannot be read: " + e.getMessage())
                    .toResponse();
        } catch (IOException e) {
            // what came whole is stored, and will be a duplicate when it comes again
            return Problem.of(400, "The body is truncated or is no multipart body.")
                    .toResponse();
        }
        if (outcomes.isEmpty()) {
            return Problem.of(400, "The body has no instances.").toResponse();
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.status() == Status.UNAVAILABLE)) {
            return Problem.of(503, "The archive cannot store at present; the whole request may be sent again.")
                    .withRetryAfter(RETRY_AFTER)
                    .toResponse();
        }
        return answer(new StowResponse(outcomes, baseUrl.of(request)), mediaType);
    }

    /** What addresses within the body are relative to; a Host header may be no part of one. */
    private URI address(HttpServerRequest request) {
        try {
            return new URI(baseUrl.of(request) + request.path());
        } catch (URISyntaxException e) {
            return URI.create("http://localhost" + DicomWeb.ROOT + "/studies");
        }
    }

    private Response answer(StowResponse response, MediaRange mediaType) {
        Attributes dataset = response.dataset();
        Response.ResponseBuilder answer = Response.status(response.status())
                .type(mediaType.toString())
                .entity(DatasetAnswer.write(dataset, mediaType));
        if (response.hasWarnings()) {
            // the text belongs here: Error Comment must not be in the data set (PS3.18 I.2)
            answer.header("Warning", DicomWeb.warning("Some instances are stored with a warning, see Warning Reason."));
        }
        return answer.build();
    }
}
