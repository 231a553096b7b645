/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.capabilities;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.BaseUrl;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;
import org.isocenter.service.http.ProblemAnswer;
import org.isocenter.service.http.UnexpectedFailure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Retrieve Capabilities (PS3.18 8.9): OPTIONS of the base URI, and of each resource, says which resources there are below it and what can be
 * done with them, in the whole archive. What {@link org.isocenter.service.http.Cors} answers does not come here. Thread-safe.
 */
@ApplicationScoped
public class Capabilities {

    private static final MediaRange WADL = MediaRange.parse("application/vnd.sun.wadl+xml");
    private static final MediaRange XML = MediaRange.parse("application/xml");
    private static final MediaRange JSON = MediaRange.parse(DicomWeb.JSON);
    private static final List<MediaRange> OFFERS = List.of(WADL, XML, JSON);
    private static final int AFTER_CORS = 200;

    private final BaseUrl baseUrl;
    private final ObjectMapper json;

    /** Read when the first one asks. */
    private static final class Described {
        static final ApiResource ROOT = ApiDescription.read();
    }

    /** With the address that clients reach the archive at. */
    public Capabilities(BaseUrl baseUrl, ObjectMapper json) {
        this.baseUrl = baseUrl;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, AFTER_CORS);
    }

    private void handle(RoutingContext context) {
        String path = context.request().path();
        if (!context.request().method().equals(HttpMethod.OPTIONS) || path == null || path.startsWith("/q/")) {
            context.next();
            return;
        }
        // reads a file the first time
        context.vertx().executeBlocking(() -> answer(context, path), false).onComplete(answered -> {
            if (answered.failed()) {
                String correlationId = UnexpectedFailure.log(answered.cause());
                ProblemAnswer.write(context.response(), Problem.of(500, null).withCorrelationId(correlationId), json);
            } else if (!answered.result()) {
                context.next();
            }
        });
    }

    /** Returns whether it was answered; others may know what is not of DICOMweb. */
    private boolean answer(RoutingContext context, String path) throws JsonProcessingException {
        // PS3.18 8.2: the base URI is that of DICOMweb, also for who asks the server itself
        Optional<List<ApiResource>> way = Described.ROOT.find(path.equals("/") ? DicomWeb.ROOT : path);
        if (way.isEmpty() && path.startsWith(DicomWeb.ROOT + "/")) {
            // the framework would say of any path below a resource class that it is there
            ProblemAnswer.write(context.response(), Problem.of(404, "There is no such resource"), json);
            return true;
        }
        if (way.isEmpty()) {
            return false;
        }
        HttpServerResponse response = context.response();
        ApiResource target = way.get().get(way.get().size() - 1);
        response.putHeader("Allow", target.allowed()).putHeader("Vary", "Accept");
        Optional<MediaRange> type = Acceptance.of(
                        List.of(), context.request().headers().getAll("Accept"))
                .choose(OFFERS);
        if (type.isEmpty()) {
            ProblemAnswer.write(
                    response,
                    Problem.notAcceptable(
                            OFFERS.stream().map(MediaRange::essence).toList()),
                    json);
            return true;
        }
        response.putHeader("Content-Type", type.get().essence())
                .end(Buffer.buffer(document(baseUrl.of(context.request()), way.get(), type.get())));
        return true;
    }

    private byte[] document(String server, List<ApiResource> way, MediaRange type) throws JsonProcessingException {
        boolean dicomWeb = DicomWeb.ROOT.equals("/" + way.get(0).segment());
        String base = dicomWeb ? server + DicomWeb.ROOT : server;
        List<ApiResource> below = dicomWeb ? way.subList(1, way.size()) : way;
        StringBuilder parent = new StringBuilder();
        for (int i = 0; i < below.size() - 1; i++) {
            parent.append(below.get(i).segment()).append('/');
        }
        List<ApiResource> resources = below.isEmpty() ? way.get(0).children() : List.of(below.get(below.size() - 1));
        return type.equals(JSON)
                ? json.writeValueAsBytes(WadlJson.of(base, parent.toString(), resources))
                : WadlXml.write(base, parent.toString(), resources);
    }
}
