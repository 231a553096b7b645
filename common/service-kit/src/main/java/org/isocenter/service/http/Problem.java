/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.time.Duration;
import java.util.List;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What went wrong with a request (RFC 9457), never with patient data or a stack trace in it.
 *
 * @param type {@code about:blank}: the status and the code say all
 * @param title the status's reason phrase
 * @param status HTTP status
 * @param detail for a human, or null
 * @param code name of the archive's error code, or null
 * @param correlationId under which an unexpected failure stands in the service's log, or null
 * @param offered media types that can be given instead of those asked for, or null
 * @param retryAfter after which time the same request may succeed, or null; also said as Retry-After
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String correlationId,
        List<String> offered,
        @JsonIgnore Duration retryAfter) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of the status, with its reason phrase as title. */
    public static Problem of(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return new Problem(
                "about:blank",
                known == null ? "Error" : known.getReasonPhrase(),
                status,
                detail,
                null,
                null,
                null,
                null);
    }

    /** The same with the name of an error code. */
    public Problem withCode(String newCode) {
        return new Problem(type, title, status, detail, newCode, correlationId, offered, retryAfter);
    }

    /** The same with the id under which the failure was logged. */
    public Problem withCorrelationId(String newCorrelationId) {
        return new Problem(type, title, status, detail, code, newCorrelationId, offered, retryAfter);
    }

    /** A request for media types of which none can be given (PS3.18 8.7.8), with those that can. */
    public static Problem notAcceptable(List<String> offered) {
        Problem problem = of(406, "None of the media types and transfer syntaxes that are accepted can be given.");
        return new Problem(
                problem.type, problem.title, problem.status, problem.detail, null, null, List.copyOf(offered), null);
    }

    /** The same with the time after which trying again makes sense. */
    public Problem withRetryAfter(Duration newRetryAfter) {
        return new Problem(type, title, status, detail, code, correlationId, offered, newRetryAfter);
    }

    /** The problem as an answer. */
    public Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this);
        if (retryAfter != null) {
            response.header("Retry-After", Math.max(1, retryAfter.toSeconds()));
        }
        return response.build();
    }

    /** To leave a resource method with. */
    public ProblemException toException() {
        return new ProblemException(this);
    }
}
