/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.commitment;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isocenter.archive.commitment.CommitmentAnswer;
import org.isocenter.archive.commitment.StorageCommitment;
import org.isocenter.ingest.web.DatasetAnswer;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.common.annotation.Blocking;

/** Storage commitment (PS3.18 13): says of which instances the archive takes care from now on. */
@Path(DicomWeb.ROOT)
@Tag(name = "Commitment")
public class CommitmentResource {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final StorageCommitment commitment;
    private final CommitmentRequests requests;

    /** With what judges, and what reads. */
    public CommitmentResource(StorageCommitment commitment, CommitmentRequests requests) {
        this.commitment = commitment;
        this.requests = requests;
    }

    /** Asks for a commitment (PS3.18 13.4). */
    @POST
    @Path("/commitment-requests/{transaction}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(operationId = "requestCommitment", summary = "Ask for storage commitment (PS3.18 13.4)")
    @APIResponse(responseCode = "200", description = "All instances are judged")
    @APIResponse(responseCode = "202", description = "They are being judged; the result is to be asked for")
    @APIResponse(responseCode = "400", description = "The request names no instances, or the transaction is no UID")
    @APIResponse(responseCode = "409", description = "The transaction UID stands for another request")
    @APIResponse(responseCode = "413", description = "The request names too many instances")
    @APIResponse(responseCode = "415", description = "The body is neither DICOM JSON nor DICOM XML")
    @APIResponse(responseCode = "503", description = "The archive cannot judge at present")
    public Response request(
            @RestPath String transaction,
            InputStream body,
            @Context HttpHeaders headers,
            @RestQuery("accept") List<String> accept) {
        MediaRange mediaType = acceptable(headers, accept);
        checkTransaction(transaction);
        return answer(
                commitment.request(transaction, requests.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body)),
                mediaType);
    }

    /** Asks for the result (PS3.18 13.5). */
    @GET
    @Path("/commitment-requests/{transaction}")
    @Blocking
    @Operation(operationId = "commitmentResult", summary = "Ask for the result of a storage commitment (PS3.18 13.5)")
    @APIResponse(responseCode = "200", description = "All instances are judged")
    @APIResponse(responseCode = "202", description = "They are being judged")
    @APIResponse(responseCode = "400", description = "The transaction is no UID")
    @APIResponse(responseCode = "404", description = "Nobody asked for this commitment")
    @APIResponse(responseCode = "410", description = "The result is no longer kept")
    @APIResponse(responseCode = "503", description = "The archive cannot say at present")
    public Response result(
            @RestPath String transaction, @Context HttpHeaders headers, @RestQuery("accept") List<String> accept) {
        MediaRange mediaType = acceptable(headers, accept);
        checkTransaction(transaction);
        return answer(commitment.result(transaction), mediaType);
    }

    private static MediaRange acceptable(HttpHeaders headers, List<String> accept) {
        return Acceptance.of(accept, headers.getRequestHeader(HttpHeaders.ACCEPT))
                .choose(DatasetAnswer.OFFERS)
                .orElseThrow(() -> Problem.of(
                                406, "A commitment is answered as application/dicom+json or application/dicom+xml.")
                        .toException());
    }

    private static void checkTransaction(String transaction) {
        if (!DicomWeb.isUid(transaction)) {
            throw Problem.of(400, "The transaction of the path is no UID.").toException();
        }
    }

    private static Response answer(CommitmentAnswer answer, MediaRange mediaType) {
        if (answer instanceof CommitmentAnswer.Done done) {
            return Response.ok(DatasetAnswer.write(done.result(), mediaType))
                    .type(mediaType.toString())
                    .build();
        }
        if (answer instanceof CommitmentAnswer.Pending) {
            return Response.accepted()
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER.toSeconds())
                    .build();
        }
        if (answer instanceof CommitmentAnswer.InUse) {
            return Problem.of(409, "The transaction UID stands for another request.")
                    .toResponse();
        }
        if (answer instanceof CommitmentAnswer.Expired) {
            return Problem.of(410, "The result of this transaction is no longer kept.")
                    .toResponse();
        }
        return Problem.of(404, "There is no such transaction.").toResponse();
    }
}
