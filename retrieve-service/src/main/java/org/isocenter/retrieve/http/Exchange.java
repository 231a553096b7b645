/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.media.FrameNegotiation;
import org.isocenter.retrieve.send.BodyWriter;
import org.isocenter.retrieve.send.ResponseWriter;
import org.isocenter.retrieve.transcode.RecodedFrames;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;
import org.isocenter.service.multipart.MultipartWriter;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** A request and its answer, on a thread that may block. */
final class Exchange {

    private final RoutingContext context;
    private final Executor executor;
    private final String baseUrl;
    private Optional<EntityTag> tag = Optional.empty();
    private Optional<Acceptance> settled = Optional.empty();

    Exchange(RoutingContext context, Executor executor, String baseUrl) {
        this.context = context;
        this.executor = executor;
        this.baseUrl = baseUrl;
    }

    /** Where clients reach the DICOMweb services. */
    String dicomWebUrl() {
        return baseUrl + DicomWeb.ROOT;
    }

    /** The address that was asked for, without the query. */
    String url() {
        return baseUrl + context.normalizedPath();
    }

    /** What the client takes. */
    Acceptance acceptance() {
        return settled.orElseGet(() -> Acceptance.of(
                query().getAll("accept"), context.request().headers().getAll("Accept")));
    }

    /** Leaves of what the client takes one media type, which was chosen by other rules than those of WADO-RS. */
    void settleOn(String mediaType) {
        settled = Optional.of(Acceptance.of(List.of(), List.of(mediaType)));
    }

    /** How a frame or bulk value that is stored so goes out, or several. */
    Optional<FrameNegotiation> negotiate(TransferSyntax stored, boolean isOne) {
        return isOne && header("Range") != null
                ? FrameNegotiation.ofRange(acceptance(), stored)
                : FrameNegotiation.of(acceptance(), stored, isOne);
    }

    /** How frames go out, as they are stored or encoded anew. */
    Optional<FrameNegotiation> negotiateFrames(StoredInstance instance, boolean isOne) {
        TransferSyntax stored = TransferSyntax.of(instance.transferSyntaxUid());
        Optional<FrameNegotiation> asStored = negotiate(stored, isOne);
        return asStored.isPresent()
                ? asStored
                : FrameNegotiation.ofFrames(
                        acceptance(), stored, isOne, syntax -> RecodedFrames.haveRoom(instance, syntax));
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

    /** The first value of a parameter of the query. */
    Optional<String> query(String name) {
        return query().getAll(name).stream().findFirst();
    }

    /** All parameters of the query. */
    Map<String, List<String>> queryParameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        query().forEach((name, value) ->
                parameters.computeIfAbsent(name, missing -> new ArrayList<>()).add(value));
        return parameters;
    }

    /** A semicolon is part of a value: media types have them. */
    private MultiMap query() {
        try {
            return context.request().params(true);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "The query is not encoded as URLs are.").toException();
        }
    }

    /** An address with the query that was asked, which decides on what is there too. */
    String withQuery(String url) {
        String query = context.request().query();
        return query == null || query.isEmpty() ? url : url + "?" + query;
    }

    String header(String name) {
        return context.request().getHeader(name);
    }

    /** All values of a header. */
    List<String> headers(String name) {
        return context.request().headers().getAll(name);
    }

    SeriesKey seriesKey() {
        return new SeriesKey(uid("study"), uid("series"));
    }

    /** The same as {@link #instanceUids}, if the path names UIDs. */
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

    /** The address of an instance. */
    String instanceUrl(InstanceUids uids) {
        return dicomWebUrl() + "/studies/" + uids.studyInstanceUid() + "/series/" + uids.seriesInstanceUid()
                + "/instances/" + uids.sopInstanceUid();
    }

    /** Whether only the head of the answer is asked for. */
    boolean isHead() {
        return context.request().method().equals(HttpMethod.HEAD);
    }

    /**
     * Says which representation the answer is, and answers 304 to a client that has it (RFC 9110 13.2.2).
     *
     * @return whether that was all
     */
    boolean isAnswered(EntityTag current) {
        tag = Optional.of(current);
        with("ETag", current.header());
        String ifMatch = header("If-Match");
        if (ifMatch != null && !current.isStronglyIn(ifMatch)) {
            throw Problem.of(412, "What is there now is not what If-Match names.")
                    .toException();
        }
        if (current.isIn(header("If-None-Match"))) {
            context.response().setStatusCode(304).end();
            return true;
        }
        return false;
    }

    /** Answers with several parts. */
    void sendMultipart(int status, String partMediaType, List<Part> parts) throws IOException {
        String boundary = boundary();
        OptionalLong length = MultipartBody.length(parts, boundary);
        sendParts(status, MultipartWriter.contentType(partMediaType, boundary), length, boundary, parts.iterator());
    }

    /** Answers with parts that are made while they go out. */
    void sendMultipart(int status, String partMediaType, Iterator<Part> parts) throws IOException {
        String boundary = boundary();
        sendParts(status, MultipartWriter.contentType(partMediaType, boundary), OptionalLong.empty(), boundary, parts);
    }

    /** What separates parts: the same for the same parts. */
    String boundary() {
        return tag.map(EntityTag::boundary).orElseGet(MultipartWriter::newBoundary);
    }

    private void sendParts(int status, String contentType, OptionalLong length, String boundary, Iterator<Part> parts)
            throws IOException {
        sendStream(status, contentType, length, (out, with) -> new PartWriter(out, boundary, with).write(parts));
    }

    /** Answers with one part as the body, or the range of it that is asked for. */
    void send(Part part) throws IOException {
        with("Content-Location", part.location());
        OptionalLong length = part.content().length();
        Optional<Content> range = Optional.empty();
        if (length.isPresent() && part.content().slice(0, 0).isPresent()) {
            with("Accept-Ranges", "bytes");
            range = range(part.content(), length.getAsLong());
        }
        send(range.isPresent() ? 206 : 200, part.contentType(), range.orElse(part.content()));
    }

    private Optional<Content> range(Content content, long size) {
        String ifRange = header("If-Range");
        // RFC 9110 13.1.5: a range of what the client has begun to read, else all
        if (isHead() || (ifRange != null && !tag.map(EntityTag::header).equals(Optional.of(ifRange.strip())))) {
            return Optional.empty();
        }
        Optional<ByteRange> asked = ByteRange.parse(header("Range"), size);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        ByteRange range = asked.get();
        if (range == ByteRange.UNSATISFIABLE) {
            with("Content-Range", "bytes */" + size);
            throw Problem.of(416, "The range begins beyond the end of the value.")
                    .toException();
        }
        with("Content-Range", range.contentRange(size));
        return content.slice(range.first(), range.length());
    }

    /** Answers with one body. */
    void send(int status, String contentType, Content content) throws IOException {
        try (content) {
            sendStream(status, contentType, content.length(), (out, with) -> content.writeTo(out));
        }
    }

    /** Makes a body while it goes out. */
    @FunctionalInterface
    interface Streaming {

        /** Writes all of it; the executor may fetch what comes next. */
        void write(BodyWriter out, Executor executor) throws IOException;
    }

    /** Answers with a body of a length that is not known yet. */
    void sendStream(int status, String contentType, Streaming streaming) throws IOException {
        sendStream(status, contentType, OptionalLong.empty(), streaming);
    }

    private void sendStream(int status, String contentType, OptionalLong length, Streaming streaming)
            throws IOException {
        begin(status, contentType, length);
        if (isHead()) {
            context.response().end();
            return;
        }
        ResponseWriter writer = new ResponseWriter(context.request());
        try {
            streaming.write(writer, executor);
            writer.finish();
        } finally {
            writer.discard();
        }
    }

    /** Answers a question for the head alone, of a body whose length is not known. */
    void sendHead(String contentType) {
        begin(200, contentType, OptionalLong.empty());
        context.response().end();
    }

    /** Begins an answer of a length that is not known yet. */
    ResponseWriter beginStream(String contentType) {
        begin(200, contentType, OptionalLong.empty());
        return new ResponseWriter(context.request());
    }

    /** A header of the answer. */
    Exchange with(String name, String value) {
        context.response().putHeader(name, value);
        return this;
    }

    /** Says that the answer depends on a header of the request besides Accept. */
    void varyBy(String name) {
        context.response().headers().add("Vary", name);
    }

    private void begin(int status, String contentType, OptionalLong length) {
        HttpServerResponse response = context.response();
        response.setStatusCode(status).putHeader("Content-Type", contentType);
        if (length.isPresent()) {
            response.putHeader("Content-Length", Long.toString(length.getAsLong()));
        } else if (!isHead()) {
            response.setChunked(true);
        }
    }
}
