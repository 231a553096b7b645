/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.find;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DicomFormatException;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.CommandField;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseService;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.dicom.net.pdu.ExtendedNegotiation;
import org.isocenter.query.search.StudySearch;
import org.isocenter.service.dicom.FindOptions;
import org.isocenter.service.http.UnexpectedFailure;
import org.isocenter.service.match.InvalidQueryException;
import org.isocenter.service.match.MatchOptions;

/**
 * C-FIND as SCP of the patient root and study root models (PS3.4 C.4.1). Relational queries, combined date-time matching,
 * fuzzy matching of names, empty value and multiple value matching are performed where they were negotiated (PS3.4 C.5.1.1).
 */
@ApplicationScoped
public class FindService implements DimseService {

    private static final int MAX_COMMENT = 64;

    private final StudySearch search;

    /** With what answers searches. */
    public FindService(StudySearch search) {
        this.search = search;
    }

    @Override
    public Collection<String> sopClasses() {
        return List.of(
                UID.StudyRootQueryRetrieveInformationModelFind, UID.PatientRootQueryRetrieveInformationModelFind);
    }

    /** Agrees to the options that there are; time zone adjustment and conversion of enhanced images are not among them. */
    @Override
    public byte[] negotiateExtended(String sopClass, byte[] requested) {
        return FindOptions.agree(requested);
    }

    @Override
    public void onRequest(Association association, DimseRequest request) throws IOException {
        if (request.field() != CommandField.C_FIND_RQ) {
            association.respond(request, DimseStatus.UNRECOGNIZED_OPERATION);
            return;
        }
        try {
            association.respond(request, execution(association, request).run());
        } catch (IdentifierException e) {
            fail(association, request, DimseStatus.DATASET_DOES_NOT_MATCH_SOP_CLASS, e.getMessage());
        } catch (InvalidQueryException e) {
            fail(association, request, DimseStatus.CANNOT_UNDERSTAND, e.getMessage());
        } catch (DicomFormatException e) {
            fail(association, request, DimseStatus.CANNOT_UNDERSTAND, "The identifier cannot be read");
        } catch (ArchiveException e) {
            DimseStatus status = e.code().retryable() ? DimseStatus.OUT_OF_RESOURCES : DimseStatus.CANNOT_UNDERSTAND;
            fail(association, request, status, e.getMessage());
        } catch (RuntimeException e) {
            fail(association, request, DimseStatus.CANNOT_UNDERSTAND, UnexpectedFailure.log(e));
        }
    }

    private FindExecution execution(Association association, DimseRequest request) throws IOException {
        String sopClass = request.context().abstractSyntax();
        FindRequest find = FindRequest.of(
                request.readDataset(),
                sopClass.equals(UID.PatientRootQueryRetrieveInformationModelFind),
                isNegotiated(association, sopClass, FindOptions.RELATIONAL));
        MatchOptions options = new MatchOptions(
                isNegotiated(association, sopClass, FindOptions.FUZZY_NAMES),
                isNegotiated(association, sopClass, FindOptions.COMBINED_DATE_TIME),
                isNegotiated(association, sopClass, FindOptions.EMPTY_VALUES),
                isNegotiated(association, sopClass, FindOptions.MULTIPLE_VALUES));
        return new FindExecution(search, association, request, find, find.query(options));
    }

    private static boolean isNegotiated(Association association, String sopClass, int option) {
        for (ExtendedNegotiation each : association.peer().extended()) {
            if (each.sopClassUid().equals(sopClass) && each.information().length > option) {
                return each.information()[option] == 1;
            }
        }
        return false;
    }

    private static void fail(Association association, DimseRequest request, DimseStatus status, String comment)
            throws IOException {
        String text = comment == null ? "" : comment.substring(0, Math.min(MAX_COMMENT, comment.length()));
        association.respond(request, status, null, command -> command.setString(Tag.ErrorComment, VR.LO, text));
    }
}
