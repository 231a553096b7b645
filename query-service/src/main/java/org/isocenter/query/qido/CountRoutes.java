/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.query.search.Level;
import org.isocenter.query.search.Query;
import org.isocenter.query.search.StudySearch;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;
import org.isocenter.service.http.ProblemAnswer;
import org.isocenter.service.http.ProblemException;
import org.isocenter.service.http.ProblemMapper;
import org.isocenter.service.http.UnexpectedFailure;
import org.isocenter.service.match.InvalidQueryException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.vertx.web.Route;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * How many results a search would have without a limit, and how many bytes matching studies have: no part of the standard, in the form that
 * other archives gave it. Routes of their own: where all services run in one process,
 * {@code /studies/count} would be taken for a study, but those of retrieval come later.
 */
@ApplicationScoped
@Tag(name = SearchParameters.TAG)
public class CountRoutes {

    private static final List<MediaRange> OFFERS =
            List.of(MediaRange.parse(DicomWeb.JSON), MediaRange.parse(DicomWeb.DICOM_JSON));

    private final StudySearch search;
    private final ObjectMapper json;

    /** With what answers searches. */
    public CountRoutes(StudySearch search, ObjectMapper json) {
        this.search = search;
        this.json = json;
    }

    /** Answers for all studies. */
    @Route(
            path = DicomWeb.ROOT + "/studies/count",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD},
            type = Route.HandlerType.BLOCKING)
    @Operation(summary = "Count studies")
    void studies(RoutingContext context) {
        answer(context, "count", Level.STUDY, search::count);
    }

    /** Answers for all series. */
    @Route(
            path = DicomWeb.ROOT + "/series/count",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD},
            type = Route.HandlerType.BLOCKING)
    @Operation(summary = "Count series")
    void series(RoutingContext context) {
        answer(context, "count", Level.SERIES, search::count);
    }

    /** Answers for all instances. */
    @Route(
            path = DicomWeb.ROOT + "/instances/count",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD},
            type = Route.HandlerType.BLOCKING)
    @Operation(summary = "Count instances")
    void instances(RoutingContext context) {
        answer(context, "count", Level.IMAGE, search::count);
    }

    /** Answers for the series of a study. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/count",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD},
            type = Route.HandlerType.BLOCKING)
    @Operation(summary = "Count series of a study")
    void seriesOfStudy(RoutingContext context) {
        answer(context, "count", Level.SERIES, search::count);
    }

    /** Answers for the instances of a study. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/instances/count",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD},
            type = Route.HandlerType.BLOCKING)
    @Operation(summary = "Count instances of a study")
    void instancesOfStudy(RoutingContext context) {
        answer(context, "count", Level.IMAGE, search::count);
    }

    /** Answers for the instances of a series. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/count",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD},
            type = Route.HandlerType.BLOCKING)
    @Operation(summary = "Count instances of a series")
    void instancesOfSeries(RoutingContext context) {
        answer(context, "count", Level.IMAGE, search::count);
    }

    /** Answers with the bytes of studies. */
    @Route(
            path = DicomWeb.ROOT + "/studies/size",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD},
            type = Route.HandlerType.BLOCKING)
    @Operation(summary = "Add up the bytes of studies")
    void size(RoutingContext context) {
        answer(context, "size", Level.STUDY, search::sizeOfStudies);
    }

    private void answer(RoutingContext context, String name, Level level, ToLongFunction<Query> number) {
        try {
            SearchPath path = new SearchPath(level, context.pathParam("study"), context.pathParam("series"));
            MediaRange type = Acceptance.of(
                            context.queryParam(SearchParameters.ACCEPT),
                            context.request().headers().getAll("Accept"))
                    .choose(OFFERS)
                    .orElseThrow(
                            () -> Problem.of(406, "A number is given as JSON").toException());
            SearchRequest request = SearchRequest.of(path.parametersOf(context.request()));
            OrderBy.parse(request.orderBy(), level);
            long value = number.applyAsLong(path.query(request));
            send(context.response(), type, Map.of(name, value));
        } catch (ProblemException e) {
            fail(context.response(), e.problem());
        } catch (InvalidQueryException e) {
            fail(context.response(), Problem.of(400, e.getMessage()));
        } catch (ArchiveException e) {
            fail(context.response(), ProblemMapper.of(e));
        } catch (RuntimeException e) {
            fail(context.response(), Problem.of(500, null).withCorrelationId(UnexpectedFailure.log(e)));
        }
    }

    private void fail(HttpServerResponse response, Problem problem) {
        ProblemAnswer.write(response.putHeader("Vary", "Accept"), problem, json);
    }

    private void send(HttpServerResponse response, MediaRange type, Map<String, Long> body) {
        try {
            response.putHeader("Content-Type", type.essence())
                    .putHeader("Vary", "Accept")
                    .end(Buffer.buffer(json.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a number is always JSON", e);
        }
    }
}
