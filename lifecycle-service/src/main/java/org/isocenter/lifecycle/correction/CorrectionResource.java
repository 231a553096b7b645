/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.correction;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isocenter.archive.correction.Correction;
import org.isocenter.archive.correction.CorrectionRules;
import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.CorrectionTarget;
import org.isocenter.archive.correction.StudyCorrections;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.service.http.BaseUrl;
import org.isocenter.service.http.Caller;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;

/** Corrections of a study, of a series or an instance of it: a history that only grows. */
@Path("/api/v1")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Corrections")
public class CorrectionResource {

    private static final String STUDY = "/studies/{study}/corrections";

    private final CorrectionStore store;
    private final CorrectionRecorder recorder;
    private final CorrectionPreview preview;
    private final MetadataStore metadata;
    private final Caller caller;
    private final BaseUrl baseUrl;

    /** With what records them. */
    public CorrectionResource(
            CorrectionStore store,
            CorrectionRecorder recorder,
            CorrectionPreview preview,
            MetadataStore metadata,
            Caller caller,
            BaseUrl baseUrl) {
        this.store = store;
        this.recorder = recorder;
        this.preview = preview;
        this.metadata = metadata;
        this.caller = caller;
        this.baseUrl = baseUrl;
    }

    /** All records of the study, and the corrections of its patient. */
    @GET
    @Path(STUDY)
    @Operation(operationId = "listCorrections", summary = "All records of a study, those that are revoked among them")
    @APIResponse(responseCode = "200", description = "The records")
    @APIResponse(responseCode = "404", description = "There is no such study")
    public Response list(@RestPath String study) {
        StudyCorrections corrections = CorrectionStore.await(store.ofStudy(uid(study)));
        if (!corrections.isRecorded()) {
            checkStudy(study);
        }
        return Response.ok(CorrectionAnswer.of(study, corrections)).build();
    }

    /** Records a correction, or shows what it would do. */
    @POST
    @Path(STUDY)
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "addCorrection", summary = "Correct attributes of a study, a series or an instance")
    @APIResponse(responseCode = "200", description = "A dry run: nothing was recorded")
    @APIResponse(responseCode = "201", description = "The correction is recorded")
    @APIResponse(responseCode = "400", description = "An attribute is not of that level, or a value none of its VR")
    @APIResponse(responseCode = "404", description = "There is no such study, series or instance")
    public Response add(
            @RestPath String study,
            @RestQuery("dry-run") Optional<Boolean> dryRun,
            InputStream body,
            @Context SecurityContext security,
            @Context HttpServerRequest http)
            throws IOException {
        uid(study);
        CorrectionRequest request = CorrectionRequest.read(body);
        CorrectionTarget target = target(study, request);
        CorrectionRules.check(target.scope(), request.changes());
        Correction draft = CorrectionRecorder.draft(author(request, security, http), request, target);
        preview.example(study, draft);
        if (dryRun.orElse(false)) {
            return Response.ok(preview.ofStudy(study, draft)).build();
        }
        Correction recorded = recorder.add(study, draft);
        URI location = URI.create(baseUrl.of(http) + "/api/v1/studies/" + study + "/corrections/" + recorded.number());
        return Response.created(location).entity(CorrectionAnswer.of(recorded)).build();
    }

    /** One record. */
    @GET
    @Path(STUDY + "/{number}")
    @Operation(operationId = "getCorrection", summary = "A record")
    @APIResponse(responseCode = "200", description = "The record")
    @APIResponse(responseCode = "404", description = "There is no such record")
    public Response get(@RestPath String study, @RestPath int number) {
        Correction correction = CorrectionStore.await(store.ofStudy(uid(study)))
                .history()
                .record(number)
                .orElseThrow(() -> new ArchiveException(ErrorCode.NOT_FOUND, "There is no such correction."));
        return Response.ok(CorrectionAnswer.of(correction)).build();
    }

    /** Revokes a correction: by another record, the first one stays. */
    @DELETE
    @Path(STUDY + "/{number}")
    @Operation(operationId = "deleteCorrection", summary = "Revoke a correction by another record")
    @APIResponse(responseCode = "200", description = "The record that revokes it")
    @APIResponse(responseCode = "404", description = "There is no such record")
    @APIResponse(responseCode = "409", description = "It is revoked already, or revokes itself")
    public Response delete(
            @RestPath String study,
            @RestPath int number,
            @Context SecurityContext security,
            @Context HttpServerRequest http)
            throws IOException {
        return revoke(study, number, InputStream.nullInputStream(), security, http);
    }

    /** Revokes a correction and says why. */
    @POST
    @Path(STUDY + "/{number}/revoke")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "revokeCorrection", summary = "Revoke a correction by another record, which says why")
    @APIResponse(responseCode = "200", description = "The record that revokes it")
    @APIResponse(responseCode = "404", description = "There is no such record")
    @APIResponse(responseCode = "409", description = "It is revoked already, or revokes itself")
    public Response revoke(
            @RestPath String study,
            @RestPath int number,
            InputStream body,
            @Context SecurityContext security,
            @Context HttpServerRequest http)
            throws IOException {
        CorrectionRequest request = CorrectionRequest.read(body);
        Correction revocation = CorrectionRecorder.revocation(
                CorrectionStore.await(store.ofStudy(uid(study))).history(),
                number,
                author(request, security, http),
                request);
        return Response.ok(CorrectionAnswer.of(recorder.add(study, revocation))).build();
    }

    private String author(CorrectionRequest request, SecurityContext security, HttpServerRequest http) {
        return caller.user(security, http).or(request::author).orElse("anonymous");
    }

    private static String uid(String study) {
        if (!DicomWeb.isUid(study)) {
            throw Problem.of(400, "The study of the path is no UID.").toException();
        }
        return study;
    }

    private void checkStudy(String study) {
        if (metadata.seriesOfStudy(study).isEmpty()) {
            throw new ArchiveException(ErrorCode.NOT_FOUND, "There is no such study.");
        }
    }

    private CorrectionTarget target(String study, CorrectionRequest request) {
        checkStudy(study);
        if (request.sopInstanceUid().isPresent()) {
            String sopInstanceUid = request.sopInstanceUid().get();
            String series = request.seriesInstanceUid()
                    .or(() -> metadata.instanceBySop(sopInstanceUid)
                            .map(StoredInstance::uids)
                            .filter(uids -> uids.studyInstanceUid().equals(study))
                            .map(uids -> uids.seriesInstanceUid()))
                    .orElseThrow(() -> new ArchiveException(ErrorCode.NOT_FOUND, "There is no such instance."));
            return new CorrectionTarget.OfInstance(series, sopInstanceUid);
        }
        return request.seriesInstanceUid()
                .<CorrectionTarget>map(CorrectionTarget.OfSeries::new)
                .orElseGet(CorrectionTarget.OfStudy::new);
    }
}
