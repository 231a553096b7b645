/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DicomFormatException;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.service.http.UnexpectedFailure;

/** What C-GET and C-MOVE have in common before the first sub-operation. Thread-safe. */
@ApplicationScoped
public class RetrieveRequests {

    private static final int MAX_COMMENT = 64;

    private final RetrieveScope scope;

    /** Of the instances in scope. */
    public RetrieveRequests(RetrieveScope scope) {
        this.scope = scope;
    }

    /** The instances that a request means; empty if it could not be performed and has been answered. */
    Optional<List<InstanceObject>> instances(Association association, DimseRequest request, boolean patientRoot)
            throws IOException {
        try {
            Attributes identifier = request.readDataset();
            if (!patientRoot && "PATIENT".equals(identifier.getString(Tag.QueryRetrieveLevel))) {
                throw new ArchiveException(
                        ErrorCode.INVALID_IDENTIFIER, "PATIENT is no level of the study root model.");
            }
            return Optional.of(scope.instances(identifier));
        } catch (DicomFormatException e) {
            refuse(association, request, DimseStatus.CANNOT_UNDERSTAND.code(), "The identifier cannot be read.");
        } catch (ArchiveException e) {
            refuse(association, request, statusOf(e.code()), e.getMessage());
        } catch (RuntimeException e) {
            String correlationId = UnexpectedFailure.log(e);
            refuse(association, request, DimseStatus.CANNOT_UNDERSTAND.code(), correlationId);
        }
        return Optional.empty();
    }

    /** Answers that the request cannot be performed. */
    static void refuse(Association association, DimseRequest request, int status, String comment) throws IOException {
        String shortened = comment.length() > MAX_COMMENT ? comment.substring(0, MAX_COMMENT) : comment;
        association.respond(request, status, null, command -> command.setString(Tag.ErrorComment, VR.LO, shortened));
    }

    private static int statusOf(ErrorCode code) {
        if (code.retryable()) {
            return DimseStatus.UNABLE_TO_CALCULATE_NUMBER_OF_MATCHES.code();
        }
        return code.dimseStatus() == DimseStatus.DATASET_DOES_NOT_MATCH_SOP_CLASS.code()
                ? code.dimseStatus()
                : DimseStatus.CANNOT_UNDERSTAND.code();
    }
}
