/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.loadtest.dimse.DicomClient;
import org.isocenter.loadtest.metrics.WrongAnswerException;
import org.isocenter.loadtest.scenario.SearchKey;
import org.isocenter.loadtest.study.StudyFacts;

/** C-FIND, C-GET and C-MOVE of studies. */
final class DicomReads {

    /** More than a screen shows; QIDO-RS asks for as many. */
    private static final int MOST_MATCHES = 100;

    private static final int[] RETURNED = {
        Tag.StudyDate,
        Tag.StudyTime,
        Tag.AccessionNumber,
        Tag.ModalitiesInStudy,
        Tag.StudyDescription,
        Tag.PatientName,
        Tag.PatientID,
        Tag.StudyInstanceUID,
        Tag.NumberOfStudyRelatedInstances
    };

    private DicomReads() {}

    static Task find(StudyFacts study, List<SearchKey> keys, Random random, Duration limit) {
        SearchKey key = SearchChoice.of(study, keys, random);
        Attributes identifier = new Attributes();
        identifier.setSpecificCharacterSet("ISO_IR 192");
        identifier.setString(Tag.QueryRetrieveLevel, "STUDY");
        for (int tag : RETURNED) {
            identifier.setNull(tag);
        }
        switch (key) {
            case PATIENT -> identifier.setString(Tag.PatientID, study.patientId());
            case NAME -> identifier.setString(Tag.PatientName, NamePrefix.of(study.patientFamilyName()) + "*");
            case WILDCARD ->
                identifier.setString(Tag.PatientName, "*" + NamePrefix.within(study.patientFamilyName()) + "*");
            case ACCESSION -> identifier.setString(Tag.AccessionNumber, study.accessionNumber());
            case DATE -> {
                identifier.setString(Tag.StudyDate, study.studyDate() + "-" + study.studyDate());
                identifier.setString(Tag.ModalitiesInStudy, study.modality());
            }
            case DESCRIPTION -> identifier.setString(Tag.StudyDescription, study.studyDescription());
            case STUDY -> identifier.setString(Tag.StudyInstanceUID, study.studyInstanceUid());
        }
        byte[] encoded = encode(identifier);
        return client -> {
            DicomClient association = client.dicom(Client.Purpose.QUERY, limit);
            long before = association.receivedBytes();
            if (association.find(encoded, MOST_MATCHES) == 0) {
                throw new WrongAnswerException("unfound", "a study that was stored is not found by " + key.label());
            }
            return association.receivedBytes() - before;
        };
    }

    static Task get(StudyFacts study, Duration limit) {
        byte[] identifier = encode(study(study.studyInstanceUid()));
        return client -> {
            DicomClient association = client.dicom(Client.Purpose.GET, limit);
            long before = association.receivedBytes();
            expect(association.get(identifier), study);
            return association.receivedBytes() - before;
        };
    }

    static Task move(StudyFacts study, String destination, Duration limit) {
        byte[] identifier = encode(study(study.studyInstanceUid()));
        return client -> {
            expect(client.dicom(Client.Purpose.MOVE, limit).move(identifier, destination), study);
            return study.instanceCount() * study.pixelBytes();
        };
    }

    private static void expect(int came, StudyFacts study) throws WrongAnswerException {
        if (came != study.instanceCount()) {
            throw new WrongAnswerException("incomplete", came + " instances came instead of " + study.instanceCount());
        }
    }

    static Attributes study(String studyInstanceUid) {
        Attributes identifier = new Attributes();
        identifier.setString(Tag.QueryRetrieveLevel, "STUDY");
        identifier.setString(Tag.StudyInstanceUID, studyInstanceUid);
        return identifier;
    }

    static byte[] encode(Attributes identifier) {
        return DatasetWriter.toBytes(identifier, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }
}
