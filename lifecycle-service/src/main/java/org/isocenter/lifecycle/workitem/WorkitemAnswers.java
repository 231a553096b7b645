/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.isocenter.archive.workitem.UpdateResult;
import org.isocenter.archive.workitem.WorkitemException;
import org.isocenter.archive.workitem.WorkitemStatus;
import org.isocenter.service.http.BaseUrl;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;

import io.vertx.core.http.HttpServerRequest;

/** Makes answers of what became of a work item: status codes and Warning headers of PS3.18 11. Thread-safe. */
@ApplicationScoped
public class WorkitemAnswers {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final BaseUrl baseUrl;

    /** With what addresses begin with. */
    public WorkitemAnswers(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * Answers a request.
     *
     * @param work gets the service's base URI and makes the answer, or is refused
     */
    Response answer(HttpServerRequest http, Function<String, Response> work) {
        return answer(http, false, work);
    }

    /** The same for an update, where a final state is a bad request (PS3.18 11.6.2), not a conflict. */
    Response answerUpdate(HttpServerRequest http, Function<String, Response> work) {
        return answer(http, true, work);
    }

    private Response answer(HttpServerRequest http, boolean update, Function<String, Response> work) {
        String service = baseUrl.of(http) + DicomWeb.ROOT;
        try {
            return work.apply(service);
        } catch (WorkitemException e) {
            return refused(e, service, update);
        }
    }

    /** The answer with a Warning if there is one to give. */
    static Response done(Response.ResponseBuilder response, UpdateResult result, String service) {
        result.warning().ifPresent(warning -> response.header("Warning", DicomWeb.warning(service, warning.text())));
        return response.build();
    }

    /** The address of a work item. */
    static String address(String service, String workitemUid) {
        return service + "/workitems/" + workitemUid;
    }

    /** The address of the event channel of an AE (PS3.18 table 11.10.3-2). */
    static String channel(String service, String aet) {
        String encoded = java.net.URLEncoder.encode(aet, StandardCharsets.UTF_8).replace("+", "%20");
        return service.replaceFirst("^http", "ws") + "/subscribers/" + encoded;
    }

    private static Response refused(WorkitemException refusal, String service, boolean update) {
        WorkitemStatus status = refusal.status();
        int code = update && status == WorkitemStatus.NO_LONGER_UPDATED ? 400 : httpStatus(status);
        Problem problem = Problem.of(code, refusal.getMessage()).withCode(status.name());
        Response response = (code == 503 ? problem.withRetryAfter(SOON) : problem).toResponse();
        response.getHeaders().add("Warning", DicomWeb.warning(service, refusal.getMessage()));
        return response;
    }

    /** The status with which a request is answered that ended so; an update of what has ended is 400 instead (PS3.18 11.6.2). */
    public static int httpStatus(WorkitemStatus status) {
        return switch (status) {
            case CREATED_WITH_MODIFICATIONS,
                    UPDATED_WITH_MODIFICATIONS,
                    DELETION_LOCK_NOT_GRANTED,
                    ALREADY_CANCELED,
                    ALREADY_COMPLETED -> 200;
            case MISSING_ATTRIBUTE,
                    MISSING_ATTRIBUTE_VALUE,
                    INVALID_ATTRIBUTE_VALUE,
                    ATTRIBUTE_NOT_ALLOWED,
                    TRANSACTION_UID_MISSING,
                    TRANSACTION_UID_INCORRECT,
                    NEVER_SCHEDULED_AGAIN,
                    RECEIVER_UNKNOWN,
                    NOT_CREATED_SCHEDULED,
                    ACTION_NOT_APPROPRIATE -> 400;
            case NOT_FOUND, NOT_SUBSCRIBED -> 404;
            case DUPLICATE,
                    NO_LONGER_UPDATED,
                    ALREADY_IN_PROGRESS,
                    FINAL_STATE_NOT_MET,
                    NOT_YET_IN_PROGRESS,
                    NOT_CANCELED_WHEN_COMPLETED -> 409;
            case GONE -> 410;
            case TOO_MUCH_CONTENTION -> 503;
        };
    }
}
