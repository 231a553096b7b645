/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.xml.NativeXml;
import org.isocenter.query.QueryConfig;
import org.isocenter.query.index.Hit;
import org.isocenter.query.index.Order;
import org.isocenter.query.index.Page;
import org.isocenter.query.index.Paging;
import org.isocenter.query.index.Place;
import org.isocenter.query.search.Found;
import org.isocenter.query.search.Level;
import org.isocenter.query.search.Query;
import org.isocenter.query.search.StudySearch;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.BaseUrl;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;
import org.isocenter.service.match.InvalidQueryException;
import org.isocenter.service.match.MatchingItems;
import org.isocenter.service.multipart.MultipartWriter;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;

/**
 * Search transactions of the studies service (PS3.18 10.6): 200 with results, 204 without, 400 for parameters that make no
 * sense, 406 if neither JSON nor XML is accepted. Results come youngest study first, or in
 * the order asked for, and so page after page; a header Link leads to the next one.
 */
@Path(DicomWeb.ROOT)
@Blocking
@Tag(name = SearchParameters.TAG, description = "Search for studies, series and instances (PS3.18 10.6)")
public class SearchResource {

    private static final MediaRange JSON = MediaRange.parse(DicomWeb.DICOM_JSON);
    private static final MediaRange PLAIN_JSON = MediaRange.parse(DicomWeb.JSON);
    private static final MediaRange XML =
            MediaRange.parse(DicomWeb.MULTIPART_RELATED + "; type=\"" + DicomWeb.DICOM_XML + '"');

    private final StudySearch search;
    private final BaseUrl baseUrl;
    private final QueryConfig config;

    /** With what answers searches. */
    public SearchResource(StudySearch search, BaseUrl baseUrl, QueryConfig config) {
        this.search = search;
        this.baseUrl = baseUrl;
        this.config = config;
    }

    @GET
    @Path("/studies")
    @Operation(summary = "Search for studies")
    public Response studies(@Context HttpServerRequest http) {
        return answer(http, Level.STUDY, null, null);
    }

    @GET
    @Path("/series")
    @Operation(summary = "Search for series in all studies")
    public Response series(@Context HttpServerRequest http) {
        return answer(http, Level.SERIES, null, null);
    }

    @GET
    @Path("/instances")
    @Operation(summary = "Search for instances in all studies")
    public Response instances(@Context HttpServerRequest http) {
        return answer(http, Level.IMAGE, null, null);
    }

    @GET
    @Path("/studies/{study}/series")
    @Operation(summary = "Search for series of a study")
    public Response seriesOfStudy(@PathParam("study") String study, @Context HttpServerRequest http) {
        return answer(http, Level.SERIES, study, null);
    }

    @GET
    @Path("/studies/{study}/instances")
    @Operation(summary = "Search for instances of a study")
    public Response instancesOfStudy(@PathParam("study") String study, @Context HttpServerRequest http) {
        return answer(http, Level.IMAGE, study, null);
    }

    @GET
    @Path("/studies/{study}/series/{series}/instances")
    @Operation(summary = "Search for instances of a series")
    public Response instancesOfSeries(
            @PathParam("study") String study, @PathParam("series") String series, @Context HttpServerRequest http) {
        return answer(http, Level.IMAGE, study, series);
    }

    private Response answer(HttpServerRequest http, Level level, String study, String series) {
        SearchPath path = new SearchPath(level, study, series);
        MediaRange type = Acceptance.of(
                        http.params().getAll("accept"), http.headers().getAll("Accept"))
                .choose(List.of(JSON, PLAIN_JSON, XML))
                .orElseThrow(() ->
                        Problem.of(406, "Results are given as JSON or XML").toException());
        try {
            SearchRequest request = SearchRequest.of(path.parametersOf(http));
            String root = baseUrl.of(http) + DicomWeb.ROOT;
            Query query = path.query(request);
            ResultWriter writer = new ResultWriter(request, level, study == null, series == null, root);
            boolean prepared = !type.equals(XML)
                    && writer.usesPrepared()
                    && query.matchingItems().keys().isEmpty();
            Paging paging = paging(request, query, prepared);
            Found found = search.find(query, paging);
            Optional<String> link = found.next() == null
                    ? Optional.empty()
                    : NextPage.link(http, root, Cursor.write(found.next(), level, paging.order()));
            return response(
                    withMatchingItems(found.page(), query),
                    writer,
                    type,
                    warnings(request, query, found.page(), root),
                    link);
        } catch (InvalidQueryException e) {
            throw Problem.of(400, e.getMessage()).toException();
        }
    }

    private static Page withMatchingItems(Page page, Query query) {
        MatchingItems items = query.matchingItems();
        return items.keys().isEmpty()
                ? page
                : new Page(
                        page.hits().stream()
                                .map(hit -> Hit.of(items.in(hit.attributes())))
                                .toList(),
                        page.more());
    }

    private Paging paging(SearchRequest request, Query query, boolean prepared) {
        Order order = OrderBy.parse(request.orderBy(), query.level());
        int limit = request.limit() < 0 ? config.maxResults() : Math.min(request.limit(), config.maxResults());
        if (request.after().isEmpty()) {
            return new Paging(order, null, request.offset(), limit, prepared);
        }
        Place after = Cursor.read(request.after(), query.level(), order);
        if (!search.accepts(query, order, after)) {
            throw Cursor.invalid();
        }
        return new Paging(order, after, request.offset(), limit, prepared);
    }

    /** What was not done as it was asked for, each a value of the header Warning (PS3.18 8.3.4). */
    private static List<String> warnings(SearchRequest request, Query query, Page page, String root) {
        List<String> warnings = new ArrayList<>();
        if (page.more()) {
            warnings.add(DicomWeb.warning(root, "There are additional results that can be requested"));
        }
        if (!query.unsupported().isEmpty()) {
            warnings.add(DicomWeb.warning(
                    root,
                    "Not matched at this level: "
                            + query.unsupported().stream()
                                    .map(each -> name(each.tag()))
                                    .collect(Collectors.joining(", "))));
        }
        if (request.options().fuzzyNames() && query.hasLiteralNames()) {
            warnings.add(DicomWeb.warning(
                    root, "The fuzzymatching parameter is not supported. Only literal matching has been performed."));
        }
        return warnings;
    }

    private static Response response(
            Page page, ResultWriter writer, MediaRange type, List<String> warnings, Optional<String> link) {
        boolean empty = page.hits().isEmpty();
        Response.ResponseBuilder response = empty ? Response.noContent() : Response.ok();
        response.header("Vary", "Accept");
        warnings.forEach(warning -> response.header("Warning", warning));
        link.ifPresent(next -> response.header("Link", next));
        if (empty) {
            return response.build();
        }
        if (type.equals(XML)) {
            String boundary = MultipartWriter.newBoundary();
            return response.header("Content-Type", MultipartWriter.contentType(DicomWeb.DICOM_XML, boundary))
                    .entity(xml(writer.results(page.hits()), boundary))
                    .build();
        }
        return response.header("Content-Type", type.essence())
                .entity(writer.json(page.hits()))
                .build();
    }

    private static String name(int tag) {
        String keyword = Dictionary.keywordOf(tag);
        return keyword == null ? String.format("%08X", tag) : keyword;
    }

    private static byte[] xml(List<Attributes> results, String boundary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MultipartWriter parts = new MultipartWriter(out, boundary);
        try {
            for (Attributes result : results) {
                parts.beginPart(Map.of("Content-Type", DicomWeb.DICOM_XML));
                NativeXml.write(result, parts.content(), (path, vr, bulk) -> null);
            }
            parts.finish();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
