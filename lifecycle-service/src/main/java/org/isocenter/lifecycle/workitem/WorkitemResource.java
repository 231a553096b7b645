/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isocenter.archive.workitem.UpdateResult;
import org.isocenter.archive.workitem.WorkitemCommands;
import org.isocenter.archive.workitem.WorkitemException;
import org.isocenter.archive.workitem.WorkitemState;
import org.isocenter.archive.workitem.WorkitemStatus;
import org.isocenter.archive.workitem.WorkitemSubscriptions;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.json.DicomJson;
import org.isocenter.dicom.xml.NativeXml;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;

/** Create, Retrieve, Update, Change State and Request Cancellation (PS3.18 11.4 to 11.8). */
@Path(DicomWeb.ROOT)
@Blocking
@Tag(name = WorkitemResource.TAG, description = "Work items (PS3.18 11)")
public class WorkitemResource {

    static final String TAG = "UPS-RS";

    private static final MediaRange JSON = MediaRange.parse(DicomWeb.DICOM_JSON);
    private static final MediaRange PLAIN_JSON = MediaRange.parse(DicomWeb.JSON);
    private static final MediaRange XML = MediaRange.parse(DicomWeb.DICOM_XML);

    /** Requesting AE (0074,1236) of who does not name itself. */
    private static final String ANONYMOUS = "UPS-RS";

    private final WorkitemCommands commands;
    private final WorkitemAnswers answers;

    /** With what does the work. */
    public WorkitemResource(WorkitemCommands commands, WorkitemAnswers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @POST
    @Path("/workitems")
    @Operation(summary = "Create a work item")
    public Response create(
            @HeaderParam("Content-Type") String contentType, InputStream body, @Context HttpServerRequest http) {
        return answers.answer(http, service -> {
            Attributes given = WorkitemPayload.read(body, contentType);
            String named = WorkitemParameters.workitemUid(http);
            String uid = named.isEmpty() ? given.getString(org.isocenter.dicom.data.Tag.SOPInstanceUID, "") : named;
            return created(uid, given, service);
        });
    }

    private Response created(String uid, Attributes given, String service) {
        String ownUid = given.getString(org.isocenter.dicom.data.Tag.SOPInstanceUID);
        if (ownUid != null && !ownUid.equals(uid)) {
            throw new WorkitemException(
                    WorkitemStatus.INVALID_ATTRIBUTE_VALUE, "The payload is of another SOP instance.");
        }
        UpdateResult result = commands.create(uid, given);
        String address = WorkitemAnswers.address(service, uid);
        return WorkitemAnswers.done(
                Response.created(URI.create(address)).header("Content-Location", address), result, service);
    }

    @GET
    @Path("/workitems/{uid}")
    @Operation(summary = "Retrieve a work item")
    public Response retrieve(@PathParam("uid") String uid, @Context HttpServerRequest http) {
        MediaRange type = Acceptance.of(
                        http.params().getAll("accept"), http.headers().getAll("Accept"))
                .choose(List.of(JSON, PLAIN_JSON, XML))
                .orElseThrow(() -> Problem.notAcceptable(List.of(DicomWeb.DICOM_JSON, DicomWeb.DICOM_XML))
                        .toException());
        return answers.answer(http, service -> {
            Attributes attributes = commands.retrieve(uid).attributes();
            return Response.ok(type.equals(XML) ? xml(attributes) : json(attributes))
                    .header("Content-Type", type.essence())
                    .header("Content-Location", WorkitemAnswers.address(service, uid))
                    .header("Cache-Control", "no-cache")
                    .header("Vary", "Accept")
                    .build();
        });
    }

    private static byte[] json(Attributes attributes) {
        return DicomJson.toBytes(List.of(attributes), (path, vr, bulk) -> null);
    }

    private static byte[] xml(Attributes attributes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            NativeXml.write(attributes, out, (path, vr, bulk) -> null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A payload with Procedure Step State (0074,1000), which no update may have, is a new work item. */
    @POST
    @Path("/workitems/{uid}")
    @Operation(summary = "Update a work item; create it if the payload has a Procedure Step State")
    public Response update(
            @PathParam("uid") String uid,
            @HeaderParam("Content-Type") String contentType,
            InputStream body,
            @Context HttpServerRequest http) {
        return answers.answerUpdate(http, service -> {
            Attributes given = WorkitemPayload.read(body, contentType);
            if (given.contains(org.isocenter.dicom.data.Tag.ProcedureStepState)) {
                return created(uid, given, service);
            }
            String named = WorkitemParameters.transactionUid(http);
            String transactionUid =
                    named.isEmpty() ? given.getString(org.isocenter.dicom.data.Tag.TransactionUID, "") : named;
            return WorkitemAnswers.done(Response.ok(), commands.update(uid, given, transactionUid), service);
        });
    }

    @PUT
    @Path("/workitems/{uid}/state")
    @Operation(summary = "Change the state of a work item")
    public Response changeState(
            @PathParam("uid") String uid,
            @HeaderParam("Content-Type") String contentType,
            InputStream body,
            @Context HttpServerRequest http) {
        return answers.answer(http, service -> {
            Attributes given = WorkitemPayload.read(body, contentType);
            WorkitemState wanted = WorkitemState.of(given.getString(org.isocenter.dicom.data.Tag.ProcedureStepState))
                    .orElseThrow(() -> new WorkitemException(
                            WorkitemStatus.INVALID_ATTRIBUTE_VALUE,
                            "ProcedureStepState is IN PROGRESS, COMPLETED or CANCELED."));
            String transactionUid = given.getString(org.isocenter.dicom.data.Tag.TransactionUID, "");
            return WorkitemAnswers.done(Response.ok(), commands.changeState(uid, wanted, transactionUid), service);
        });
    }

    @POST
    @Path("/workitems/{uid}/cancelrequest")
    @Operation(summary = "Request that a work item be canceled")
    public Response requestCancellation(
            @PathParam("uid") String uid,
            @HeaderParam("Content-Type") String contentType,
            @QueryParam("requester") String requester,
            InputStream body,
            @Context HttpServerRequest http) {
        return answers.answer(http, service -> {
            Attributes reason = WorkitemPayload.readIfAny(body, contentType);
            String aet = requester == null ? ANONYMOUS : requester;
            WorkitemSubscriptions.requireAet(aet);
            return WorkitemAnswers.done(Response.accepted(), commands.requestCancellation(uid, aet, reason), service);
        });
    }
}
