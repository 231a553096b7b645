/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.send.ResponseWriter;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** A request and its answer, on a thread that may block. */
final class Exchange {

    private final RoutingContext context;
    private final Executor executor;
    private final String baseUrl;

    Exchange(RoutingContext context, Executor executor, String baseUrl) {
        this.context = context;
        this.executor = executor;
        this.baseUrl = baseUrl;
    }

    /** Where clients reach the DICOMweb services. */
    String dicomWebUrl() {
        return baseUrl + DicomWeb.ROOT;
    }

    Acceptance acceptance() {
        return Acceptance.of(
                context.queryParam("accept"), context.request().headers().getAll("Accept"));
    }

    /** A parameter of the path that is a UID. */
    String uid(String name) {
        String value = context.pathParam(name);
        if (!DicomWeb.isUid(value)) {
            throw Problem.of(400, "The path names something as a UID that is none.")
                    .toException();
        }
        return value;
    }

    String parameter(String name) {
        return context.pathParam(name);
    }

    String header(String name) {
        return context.request().getHeader(name);
    }

    SeriesKey seriesKey() {
        return new SeriesKey(uid("study"), uid("series"));
    }

    /** The same, if the path names UIDs. */
    Optional<InstanceUids> findInstanceUids() {
        String[] uids = {context.pathParam("study"), context.pathParam("series"), context.pathParam("instance")};
        return Stream.of(uids).allMatch(DicomWeb::isUid)
                ? Optional.of(new InstanceUids(uids[0], uids[1], uids[2]))
                : Optional.empty();
    }

    /** Whether a file that is part of the answer is sent by the kernel, without waiting. */
    boolean sendsFiles() {
        return ResponseWriter.sendsFiles(context.request());
    }

    InstanceUids instanceUids() {
        return new InstanceUids(uid("study"), uid("series"), uid("instance"));
    }

    /** The rest of the path below an instance's own. */
    String instanceUrl(InstanceUids uids) {
        return dicomWebUrl() + "/studies/" + uids.studyInstanceUid() + "/series/" + uids.seriesInstanceUid()
                + "/instances/" + uids.sopInstanceUid();
    }

    /** Answers with several parts. */
    void sendMultipart(int status, String partMediaType, List<Part> parts) throws IOException {
        MultipartBody body = new MultipartBody(parts);
        ResponseWriter writer = begin(status, body.contentType(partMediaType), body.length());
        try {
            body.writeTo(writer, executor);
            writer.finish();
        } finally {
            writer.discard();
        }
    }

    /** Answers with one body. */
    void send(int status, String contentType, Content content) throws IOException {
        ResponseWriter writer = begin(status, contentType, content.length());
        try (content) {
            content.writeTo(writer);
            writer.finish();
        } finally {
            writer.discard();
        }
    }

    /** Begins an answer of a length that is not known yet. */
    ResponseWriter beginStream(String contentType) {
        return begin(200, contentType, OptionalLong.empty());
    }

    /** A header of the answer. */
    Exchange with(String name, String value) {
        context.response().putHeader(name, value);
        return this;
    }

    private ResponseWriter begin(int status, String contentType, OptionalLong length) {
        HttpServerResponse response = context.response();
        response.setStatusCode(status).putHeader("Content-Type", contentType);
        if (length.isPresent()) {
            response.putHeader("Content-Length", Long.toString(length.getAsLong()));
        } else {
            response.setChunked(true);
        }
        return new ResponseWriter(context.request());
    }
}
