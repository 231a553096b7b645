/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

import java.time.Duration;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.error.Severity;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a {@link Problem}; nothing of the inside gets out. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** A problem that a resource made itself. */
    @ServerExceptionMapper
    public Response problem(ProblemException exception) {
        return exception.problem().toResponse();
    }

    /** What the archive refuses or cannot do; its messages are made for clients. */
    @ServerExceptionMapper
    public Response archive(ArchiveException exception) {
        return of(exception).toResponse();
    }

    /** The problem that tells of the archive's exception. */
    public static Problem of(ArchiveException exception) {
        ErrorCode code = exception.code();
        Problem problem = Problem.of(code.httpStatus(), exception.getMessage()).withCode(code.name());
        if (code == ErrorCode.INTERNAL) {
            problem = problem.withCorrelationId(UnexpectedFailure.log(exception));
        } else if (code.severity() == Severity.ERROR) {
            LOG.errorf("a request failed: %s", code);
        }
        return code.retryable() ? problem.withRetryAfter(RETRY_AFTER) : problem;
    }

    /** What the framework refuses: no such path, method, media type, parameter. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException exception) {
        Response original = exception.getResponse();
        if (original.hasEntity()) {
            return original;
        }
        int status = original.getStatus();
        if (status < 400) {
            return original; // a redirection or not modified
        }
        Response response = Problem.of(status, null).toResponse();
        original.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                response.getHeaders().put(name, values); // such as Allow
            }
        });
        return response;
    }

    /** What nobody foresaw. */
    @ServerExceptionMapper
    public Response unexpected(Throwable exception) {
        String correlationId = UnexpectedFailure.log(exception);
        return Problem.of(500, "The request failed unexpectedly; the log knows more under the correlation id.")
                .withCorrelationId(correlationId)
                .toResponse();
    }
}
