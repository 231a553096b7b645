/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.reject;

import java.time.Instant;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isocenter.archive.model.InstanceScope;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.Rejection;
import org.isocenter.archive.model.RejectionReason;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.rejection.Rejections;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.common.annotation.Blocking;

/**
 * Rejects what DELETE names, and rejects and restores in the way of dcm4chee-arc (docs/deletion.md). Nothing of it is of PS3.18. It is
 * answered when it is done: what was named is not shown from then on, or is shown again.
 */
@Path(DicomWeb.ROOT)
@Tag(name = "Reject")
@Blocking
public class RejectResource {

    private static final String BY = "http";
    private static final String STUDY = "/studies/{study}";
    private static final String SERIES = STUDY + "/series/{series}";
    private static final String INSTANCE = SERIES + "/instances/{instance}";
    private static final String REJECT = "/reject/{code}";
    private static final String QUALITY = "113001";

    private final Rejections rejections;

    /** With what rejects. */
    public RejectResource(Rejections rejections) {
        this.rejections = rejections;
    }

    /** How many instances were rejected or restored. */
    public record Count(int count) {}

    /** Rejects a study. */
    @DELETE
    @Path(STUDY)
    @Operation(operationId = "rejectStudy", summary = "Reject a study")
    @APIResponse(responseCode = "204", description = "It is rejected")
    @APIResponse(responseCode = "404", description = "Nothing is shown of it")
    public Response rejectStudy(@RestPath String study, @RestQuery @DefaultValue(QUALITY) String reason) {
        return delete(study(study), reason);
    }

    /** Rejects a series. */
    @DELETE
    @Path(SERIES)
    @Operation(operationId = "rejectSeries", summary = "Reject a series")
    @APIResponse(responseCode = "204", description = "It is rejected")
    @APIResponse(responseCode = "404", description = "Nothing is shown of it")
    public Response rejectSeries(
            @RestPath String study, @RestPath String series, @RestQuery @DefaultValue(QUALITY) String reason) {
        return delete(series(study, series), reason);
    }

    /** Rejects an instance. */
    @DELETE
    @Path(INSTANCE)
    @Operation(operationId = "rejectInstance", summary = "Reject an instance")
    @APIResponse(responseCode = "204", description = "It is rejected")
    @APIResponse(responseCode = "404", description = "It is not shown")
    public Response rejectInstance(
            @RestPath String study,
            @RestPath String series,
            @RestPath String instance,
            @RestQuery @DefaultValue(QUALITY) String reason) {
        return delete(instance(study, series, instance), reason);
    }

    /** Rejects or restores a study. */
    @POST
    @Path(STUDY + REJECT)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rejectStudyFor", summary = "Reject or restore a study")
    @APIResponse(responseCode = "200", description = "It is done")
    @APIResponse(responseCode = "404", description = "There is nothing to reject or to restore")
    public Count rejectStudyFor(@RestPath String study, @RestPath String code) {
        return post(study(study), code);
    }

    /** Rejects or restores a series. */
    @POST
    @Path(SERIES + REJECT)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rejectSeriesFor", summary = "Reject or restore a series")
    @APIResponse(responseCode = "200", description = "It is done")
    @APIResponse(responseCode = "404", description = "There is nothing to reject or to restore")
    public Count rejectSeriesFor(@RestPath String study, @RestPath String series, @RestPath String code) {
        return post(series(study, series), code);
    }

    /** Rejects or restores an instance. */
    @POST
    @Path(INSTANCE + REJECT)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rejectInstanceFor", summary = "Reject or restore an instance")
    @APIResponse(responseCode = "200", description = "It is done")
    @APIResponse(responseCode = "404", description = "There is nothing to reject or to restore")
    public Count rejectInstanceFor(
            @RestPath String study, @RestPath String series, @RestPath String instance, @RestPath String code) {
        return post(instance(study, series, instance), code);
    }

    private Response delete(InstanceScope scope, String reason) {
        reject(scope, reason);
        return Response.noContent().build();
    }

    private Count post(InstanceScope scope, String code) {
        return new Count(RejectCode.isRevocation(code) ? restore(scope) : reject(scope, code));
    }

    private int reject(InstanceScope scope, String code) {
        RejectionReason reason = RejectCode.reason(code)
                .orElseThrow(() -> Problem.of(400, "The reason is none of PS3.16 CID 7011.")
                        .toException());
        return some(rejections.reject(scope, new Rejection(reason, Instant.now(), BY, "")));
    }

    private int restore(InstanceScope scope) {
        return some(rejections.restore(scope, BY));
    }

    private static int some(int count) {
        if (count == 0) {
            throw Problem.of(404, "There is nothing that could be rejected or restored.")
                    .toException();
        }
        return count;
    }

    private static InstanceScope study(String study) {
        return InstanceScope.study(uid(study));
    }

    private static InstanceScope series(String study, String series) {
        return InstanceScope.series(new SeriesKey(uid(study), uid(series)));
    }

    private static InstanceScope instance(String study, String series, String instance) {
        return InstanceScope.instance(new InstanceUids(uid(study), uid(series), uid(instance)));
    }

    private static String uid(String text) {
        if (!DicomWeb.isUid(text)) {
            throw Problem.of(400, "A UID of the path is none.").toException();
        }
        return text;
    }
}
