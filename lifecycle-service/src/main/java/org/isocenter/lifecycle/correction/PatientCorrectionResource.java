/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.correction;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
import org.isocenter.archive.correction.CorrectionHistory;
import org.isocenter.archive.correction.CorrectionRules;
import org.isocenter.archive.correction.CorrectionScope;
import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.CorrectionTarget;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.service.config.SiteConfig;
import org.isocenter.service.http.Caller;
import org.isocenter.service.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;

/** Corrections of a patient, which apply to all studies, also to those that come later. Identifiers are in the query: they may hold anything. */
@Path("/api/v1")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Corrections")
public class PatientCorrectionResource {

    private static final String PATIENT = "/patients/corrections";

    private final CorrectionStore store;
    private final CorrectionRecorder recorder;
    private final CorrectionPreview preview;
    private final Caller caller;
    private final String site;

    /** With what records them. */
    public PatientCorrectionResource(
            CorrectionStore store,
            CorrectionRecorder recorder,
            CorrectionPreview preview,
            Caller caller,
            SiteConfig site) {
        this.store = store;
        this.recorder = recorder;
        this.preview = preview;
        this.caller = caller;
        this.site = site.site();
    }

    /** All records of the patient. */
    @GET
    @Path(PATIENT)
    @Operation(
            operationId = "listPatientCorrections",
            summary = "All records of a patient, and the studies they are about")
    @APIResponse(responseCode = "200", description = "The records")
    @APIResponse(responseCode = "404", description = "There is no such patient")
    public Response list(@RestQuery Optional<String> issuer, @RestQuery Optional<String> patientId) {
        PatientKey patient = patient(issuer, patientId);
        CorrectionHistory history = store.ofPatient(patient);
        Set<String> studies = recorder.studiesOf(patient);
        if (studies.isEmpty() && history.records().isEmpty()) {
            throw notFound();
        }
        return Response.ok(CorrectionAnswer.of(patient, history, studies)).build();
    }

    /** Records a correction, or shows what it would do. */
    @POST
    @Path(PATIENT)
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "addPatientCorrection", summary = "Correct attributes of a patient in all studies")
    @APIResponse(responseCode = "200", description = "A dry run: nothing was recorded")
    @APIResponse(responseCode = "201", description = "The correction is recorded")
    @APIResponse(responseCode = "400", description = "An attribute is not the patient's, or a value none of its VR")
    @APIResponse(responseCode = "404", description = "There is no such patient")
    public Response add(
            @RestQuery Optional<String> issuer,
            @RestQuery Optional<String> patientId,
            @RestQuery("dry-run") Optional<Boolean> dryRun,
            InputStream body,
            @Context SecurityContext security,
            @Context HttpServerRequest http)
            throws IOException {
        PatientKey patient = patient(issuer, patientId);
        CorrectionRequest request = CorrectionRequest.read(body);
        if (request.seriesInstanceUid().isPresent() || request.sopInstanceUid().isPresent()) {
            throw Problem.of(400, "A correction of a patient names no series or instance.")
                    .toException();
        }
        CorrectionRules.check(CorrectionScope.PATIENT, request.changes());
        Correction draft = CorrectionRecorder.draft(
                author(request, security, http), request, new CorrectionTarget.OfPatient(patient));
        TreeSet<String> studies = new TreeSet<>(recorder.studiesOf(patient));
        if (studies.isEmpty()) {
            throw notFound();
        }
        if (dryRun.orElse(false)) {
            return Response.ok(preview.ofPatient(studies, draft)).build();
        }
        return Response.status(201)
                .entity(CorrectionAnswer.of(recorder.add(patient, draft)))
                .build();
    }

    /** Revokes a correction: by another record, the first one stays. */
    @DELETE
    @Path(PATIENT + "/{number}")
    @Operation(operationId = "deletePatientCorrection", summary = "Revoke a correction of a patient by another record")
    @APIResponse(responseCode = "200", description = "The record that revokes it")
    @APIResponse(responseCode = "404", description = "There is no such record")
    @APIResponse(responseCode = "409", description = "It is revoked already, or revokes itself")
    public Response delete(
            @RestPath int number,
            @RestQuery Optional<String> issuer,
            @RestQuery Optional<String> patientId,
            @Context SecurityContext security,
            @Context HttpServerRequest http)
            throws IOException {
        return revoke(number, issuer, patientId, InputStream.nullInputStream(), security, http);
    }

    /** Revokes a correction and says why. */
    @POST
    @Path(PATIENT + "/{number}/revoke")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "revokePatientCorrection", summary = "Revoke a correction of a patient, and say why")
    @APIResponse(responseCode = "200", description = "The record that revokes it")
    @APIResponse(responseCode = "404", description = "There is no such record")
    @APIResponse(responseCode = "409", description = "It is revoked already, or revokes itself")
    public Response revoke(
            @RestPath int number,
            @RestQuery Optional<String> issuer,
            @RestQuery Optional<String> patientId,
            InputStream body,
            @Context SecurityContext security,
            @Context HttpServerRequest http)
            throws IOException {
        PatientKey patient = patient(issuer, patientId);
        CorrectionRequest request = CorrectionRequest.read(body);
        Correction revocation = CorrectionRecorder.revocation(
                store.ofPatient(patient), number, author(request, security, http), request);
        return Response.ok(CorrectionAnswer.of(recorder.add(patient, revocation)))
                .build();
    }

    private String author(CorrectionRequest request, SecurityContext security, HttpServerRequest http) {
        return caller.user(security, http).or(request::author).orElse("anonymous");
    }

    private PatientKey patient(Optional<String> issuer, Optional<String> patientId) {
        String id = patientId.map(String::strip).filter(each -> !each.isEmpty()).orElseThrow(() -> Problem.of(
                        400, "The query names a patient: patientId, and issuer unless it is the site.")
                .toException());
        return new PatientKey(issuer.orElse(site), id);
    }

    private static ArchiveException notFound() {
        return new ArchiveException(ErrorCode.NOT_FOUND, "There is no such patient.");
    }
}
