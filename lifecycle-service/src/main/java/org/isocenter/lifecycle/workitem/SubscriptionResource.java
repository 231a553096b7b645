/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isocenter.archive.workitem.WorkitemSubscriptions;
import org.isocenter.dicom.data.UID;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;
import org.isocenter.service.match.Criteria;
import org.isocenter.service.match.InvalidQueryException;
import org.isocenter.service.match.MatchOptions;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;

/** Subscribe, Unsubscribe and Suspend Global Subscription (PS3.18 11.10 to 11.12). */
@Path(DicomWeb.ROOT)
@Blocking
@Tag(name = WorkitemResource.TAG)
public class SubscriptionResource {

    private final WorkitemSubscriptions subscriptions;
    private final WorkitemAnswers answers;

    /** With what keeps subscriptions. */
    public SubscriptionResource(WorkitemSubscriptions subscriptions, WorkitemAnswers answers) {
        this.subscriptions = subscriptions;
        this.answers = answers;
    }

    @POST
    @Path("/workitems/{uid}/subscribers/{aetitle}")
    @Operation(summary = "Subscribe to a work item, to all or to those that match a filter")
    public Response subscribe(
            @PathParam("uid") String uid,
            @PathParam("aetitle") String aet,
            @QueryParam("deletionlock") String deletionLock,
            @QueryParam("filter") String filter,
            @Context HttpServerRequest http) {
        boolean locked = flag(deletionLock);
        return answers.answer(http, service -> {
            switch (uid) {
                case UID.UPSGlobalSubscriptionInstance -> subscriptions.subscribeToAll(aet, locked);
                case UID.UPSFilteredGlobalSubscriptionInstance -> subscribeToMatching(aet, locked, filter);
                default -> subscriptions.subscribe(uid, aet, locked);
            }
            return Response.status(Response.Status.CREATED)
                    .header("Content-Location", WorkitemAnswers.channel(service, aet))
                    .build();
        });
    }

    private void subscribeToMatching(String aet, boolean locked, String filter) {
        if (filter == null || filter.isBlank()) {
            throw Problem.of(400, "A filtered subscription has the parameter filter")
                    .toException();
        }
        try {
            SearchKeys keys = SearchKeys.ofFilter(filter);
            Criteria.of(keys.keys(), MatchOptions.BASELINE); // what cannot be read is refused before it is kept
            subscriptions.subscribeToMatching(aet, locked, keys.keys());
        } catch (InvalidQueryException e) {
            throw Problem.of(400, e.getMessage()).toException();
        }
    }

    @DELETE
    @Path("/workitems/{uid}/subscribers/{aetitle}")
    @Operation(summary = "End a subscription, or all of an AE")
    public Response unsubscribe(
            @PathParam("uid") String uid, @PathParam("aetitle") String aet, @Context HttpServerRequest http) {
        return answers.answer(http, service -> {
            if (isGlobal(uid)) {
                subscriptions.unsubscribeFromAll(aet);
            } else {
                subscriptions.unsubscribe(uid, aet);
            }
            return Response.ok().build();
        });
    }

    @POST
    @Path("/workitems/{uid}/subscribers/{aetitle}/suspend")
    @Operation(summary = "Subscribe an AE to no new work items")
    public Response suspend(
            @PathParam("uid") String uid, @PathParam("aetitle") String aet, @Context HttpServerRequest http) {
        return answers.answer(http, service -> {
            if (!isGlobal(uid)) {
                throw Problem.of(
                                400, "Only a subscription to all work items, or to those of a filter, can be suspended")
                        .toException();
            }
            subscriptions.suspend(aet);
            return Response.ok().build();
        });
    }

    private static boolean isGlobal(String uid) {
        return uid.equals(UID.UPSGlobalSubscriptionInstance) || uid.equals(UID.UPSFilteredGlobalSubscriptionInstance);
    }

    private static boolean flag(String deletionLock) {
        if (deletionLock == null) {
            return false;
        }
        return switch (deletionLock) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.of(400, "deletionlock is true or false").toException();
        };
    }
}
