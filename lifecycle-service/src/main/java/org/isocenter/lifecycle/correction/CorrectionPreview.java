/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.correction.Correction;
import org.isocenter.archive.correction.CorrectionHistory;
import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.archive.correction.StudyCorrections;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/** What a correction would change, shown with one of the instances that it is about. Thread-safe; its methods block. */
@ApplicationScoped
public class CorrectionPreview {

    private final MetadataStore metadata;
    private final CorrectionStore store;

    /** Of what is stored. */
    public CorrectionPreview(MetadataStore metadata, CorrectionStore store) {
        this.metadata = metadata;
        this.store = store;
    }

    /** One instance that is shown and that the correction is about. */
    StoredInstance example(String studyInstanceUid, Correction draft) {
        for (String seriesInstanceUid :
                metadata.seriesOfStudy(studyInstanceUid).stream().sorted().toList()) {
            for (InstanceFacts each :
                    metadata.instanceFactsOfSeries(new SeriesKey(studyInstanceUid, seriesInstanceUid))) {
                InstanceUids uids = new InstanceUids(studyInstanceUid, seriesInstanceUid, each.sopInstanceUid());
                if (each.state() == InstanceState.ACTIVE && draft.target().includes(uids)) {
                    return metadata.instance(uids).orElseThrow(CorrectionPreview::nothing);
                }
            }
        }
        throw nothing();
    }

    private static ArchiveException nothing() {
        return new ArchiveException(ErrorCode.NOT_FOUND, "There is no instance that the correction is about.");
    }

    /** The attributes that the correction is about, as they are and as they would be. */
    byte[] ofStudy(String studyInstanceUid, Correction draft) {
        StoredInstance example = example(studyInstanceUid, draft);
        StudyCorrections now = CorrectionStore.await(store.ofStudy(studyInstanceUid));
        List<Correction> records = new ArrayList<>(now.history().records());
        records.add(draft.numbered(records.size() + 1));
        StudyCorrections then =
                StudyCorrections.of(new CorrectionHistory(records)).withPatient(now.ofPatient());
        Attributes stored = example.decodeWithoutBulk();
        return CorrectionAnswer.preview(
                draft,
                List.of(studyInstanceUid),
                selected(now.of(example.uids()).apply(stored), draft),
                selected(then.of(example.uids()).apply(stored), draft));
    }

    /** The demographics that the correction is about, by the summary of one of the studies. */
    byte[] ofPatient(TreeSet<String> studies, Correction draft) {
        Attributes before = studies.stream()
                .map(metadata::study)
                .flatMap(study -> study.stream())
                .map(study -> study.attributes())
                .findFirst()
                .orElseThrow(CorrectionPreview::nothing);
        Attributes after = InstanceCorrections.of(List.of(draft)).apply(before);
        return CorrectionAnswer.preview(draft, studies, selected(before, draft), selected(after, draft));
    }

    private static Attributes selected(Attributes all, Correction draft) {
        Attributes selected = new Attributes();
        selected.addSelected(all, Tag.SpecificCharacterSet);
        selected.addSelected(all, draft.changes().set().tags());
        draft.changes().removed().forEach(tag -> selected.addSelected(all, tag));
        return selected;
    }
}
