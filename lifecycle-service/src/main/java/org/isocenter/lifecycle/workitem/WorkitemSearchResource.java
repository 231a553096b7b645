/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isocenter.archive.workitem.FoundWorkitem;
import org.isocenter.archive.workitem.ReturnedAttributes;
import org.isocenter.archive.workitem.WorkitemPage;
import org.isocenter.archive.workitem.WorkitemSearch;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.DicomJson;
import org.isocenter.dicom.xml.NativeXml;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;
import org.isocenter.service.match.InvalidQueryException;
import org.isocenter.service.multipart.MultipartWriter;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;

/** Search (PS3.18 11.9): 200 with results, 204 without, 400 for parameters that make no sense, 413 for a search that is too wide. */
@Path(DicomWeb.ROOT)
@Blocking
@Tag(name = WorkitemResource.TAG)
public class WorkitemSearchResource {

    private static final MediaRange JSON = MediaRange.parse(DicomWeb.DICOM_JSON);
    private static final MediaRange PLAIN_JSON = MediaRange.parse(DicomWeb.JSON);
    private static final MediaRange XML =
            MediaRange.parse(DicomWeb.MULTIPART_RELATED + "; type=\"" + DicomWeb.DICOM_XML + '"');

    private final WorkitemSearch search;
    private final WorkitemAnswers answers;
    private final WorkitemsConfig config;

    /** With what finds. */
    public WorkitemSearchResource(WorkitemSearch search, WorkitemAnswers answers, WorkitemsConfig config) {
        this.search = search;
        this.answers = answers;
        this.config = config;
    }

    @GET
    @Path("/workitems")
    @Operation(summary = "Search for work items")
    public Response search(@Context HttpServerRequest http) {
        MediaRange type = Acceptance.of(
                        http.params().getAll("accept"), http.headers().getAll("Accept"))
                .choose(List.of(JSON, PLAIN_JSON, XML))
                .orElseThrow(() ->
                        Problem.of(406, "Results are given as JSON or XML").toException());
        return answers.answer(http, service -> {
            try {
                WorkitemQuery query = WorkitemQuery.of(http.params().entries());
                int limit = query.limit() < 0 ? config.maxResults() : Math.min(query.limit(), config.maxResults());
                WorkitemPage page =
                        search.find(query.keys(), WorkitemBeans.all(query.criteria()), query.offset(), limit);
                return response(query, page, type, service);
            } catch (InvalidQueryException e) {
                throw Problem.of(400, e.getMessage()).toException();
            }
        });
    }

    private static Response response(WorkitemQuery query, WorkitemPage page, MediaRange type, String service) {
        boolean empty = page.workitems().isEmpty();
        Response.ResponseBuilder response = empty ? Response.noContent() : Response.ok();
        response.header("Vary", "Accept").header("Cache-Control", "no-cache");
        if (page.more()) {
            response.header("Warning", DicomWeb.warning(service, "There are additional results that can be requested"));
        }
        if (query.isLiteral()) {
            response.header(
                    "Warning",
                    DicomWeb.warning(
                            service,
                            "The fuzzymatching parameter is not supported. Only literal matching has been performed."));
        }
        if (empty) {
            return response.build();
        }
        List<Attributes> results = new ArrayList<>();
        page.workitems().forEach(each -> results.add(result(query, each)));
        if (type.equals(XML)) {
            String boundary = MultipartWriter.newBoundary();
            return response.header("Content-Type", MultipartWriter.contentType(DicomWeb.DICOM_XML, boundary))
                    .entity(xml(results, boundary))
                    .build();
        }
        return response.header("Content-Type", type.essence())
                .entity(DicomJson.toBytes(results, (path, vr, bulk) -> null))
                .build();
    }

    private static Attributes result(WorkitemQuery query, FoundWorkitem found) {
        if (query.all()) {
            return found.attributes();
        }
        Attributes result = ReturnedAttributes.of(found.attributes());
        for (int tag : query.included()) {
            if (found.attributes().contains(tag)) {
                result.addSelected(found.attributes(), tag);
            } else if (!result.contains(tag)) {
                result.setNull(tag);
            }
        }
        return result;
    }

    private static byte[] xml(List<Attributes> results, String boundary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MultipartWriter parts = new MultipartWriter(out, boundary);
        try {
            for (Attributes each : results) {
                parts.beginPart(Map.of("Content-Type", DicomWeb.DICOM_XML));
                NativeXml.write(each, parts.content(), (path, vr, bulk) -> null);
            }
            parts.finish();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
