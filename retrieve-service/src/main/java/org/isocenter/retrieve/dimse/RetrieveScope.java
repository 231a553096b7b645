/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.service.config.SiteConfig;

/** Which instances the identifier of a C-GET or C-MOVE means (PS3.4 C.4.2.2.1). Thread-safe; its methods block. */
@ApplicationScoped
public class RetrieveScope {

    private final InstanceFinder finder;
    private final MetadataStore metadata;
    private final SiteConfig site;

    /** Over the rows. */
    public RetrieveScope(InstanceFinder finder, MetadataStore metadata, SiteConfig site) {
        this.finder = finder;
        this.metadata = metadata;
        this.site = site;
    }

    /**
     * Finds the instances; lists of UIDs are allowed at the level itself.
     *
     * @throws ArchiveException INVALID_IDENTIFIER or MISSING_IDENTIFIER, both A900, if the keys do not fit the level
     */
    public List<InstanceObject> instances(Attributes identifier) {
        String level = identifier.getString(Tag.QueryRetrieveLevel, "");
        List<InstanceObject> found = new ArrayList<>();
        switch (level) {
            case "PATIENT" -> ofPatient(identifier, found);
            case "STUDY" -> {
                for (String studyInstanceUid : all(identifier, Tag.StudyInstanceUID)) {
                    found.addAll(finder.objectsOfStudy(studyInstanceUid));
                }
            }
            case "SERIES" -> {
                String studyInstanceUid = one(identifier, Tag.StudyInstanceUID);
                for (String seriesInstanceUid : all(identifier, Tag.SeriesInstanceUID)) {
                    found.addAll(finder.objectsOfSeries(new SeriesKey(studyInstanceUid, seriesInstanceUid)));
                }
            }
            case "IMAGE" -> ofInstances(identifier, found);
            default ->
                throw new ArchiveException(
                        ErrorCode.INVALID_IDENTIFIER, "Query/Retrieve Level is none of PATIENT, STUDY, SERIES, IMAGE.");
        }
        return found;
    }

    private void ofPatient(Attributes identifier, List<InstanceObject> found) {
        String patientId = one(identifier, Tag.PatientID);
        String issuer = identifier.getString(Tag.IssuerOfPatientID);
        PatientKey patient = new PatientKey(issuer == null ? issuerOf(patientId) : issuer, patientId);
        for (String studyInstanceUid : metadata.studiesByPatient(patient)) {
            found.addAll(finder.objectsOfStudy(studyInstanceUid));
        }
    }

    /** Who is meant when no issuer is named: our own patient of that ID, or the only one there is. */
    private String issuerOf(String patientId) {
        List<String> issuers = metadata.issuersOfPatient(patientId);
        if (issuers.size() > 1 && !issuers.contains(site.site())) {
            throw new ArchiveException(ErrorCode.INVALID_IDENTIFIER, "Several issuers gave this Patient ID: name one.");
        }
        return issuers.size() == 1 ? issuers.get(0) : site.site();
    }

    /** Peers leave out the UIDs above: SOP Instance UIDs are unique by themselves. */
    private void ofInstances(Attributes identifier, List<InstanceObject> found) {
        for (String sopInstanceUid : all(identifier, Tag.SOPInstanceUID)) {
            metadata.instanceBySop(sopInstanceUid)
                    .filter(instance -> instance.state() == InstanceState.ACTIVE)
                    .filter(instance -> fits(
                            identifier, Tag.StudyInstanceUID, instance.uids().studyInstanceUid()))
                    .filter(instance -> fits(
                            identifier, Tag.SeriesInstanceUID, instance.uids().seriesInstanceUid()))
                    .map(finder::object)
                    .ifPresent(found::add);
        }
    }

    private static boolean fits(Attributes identifier, int tag, String uid) {
        String wanted = identifier.getString(tag);
        return wanted == null || wanted.equals(uid);
    }

    private static String one(Attributes identifier, int tag) {
        List<String> values = all(identifier, tag);
        if (values.size() > 1) {
            throw new ArchiveException(ErrorCode.INVALID_IDENTIFIER, "A key above the level has several values.");
        }
        return values.get(0);
    }

    private static List<String> all(Attributes identifier, int tag) {
        String[] values = identifier.getStrings(tag);
        if (values == null || values.length == 0 || values[0].isEmpty()) {
            throw new ArchiveException(ErrorCode.MISSING_IDENTIFIER, "A key that the level needs is absent or empty.");
        }
        return List.of(values);
    }
}
