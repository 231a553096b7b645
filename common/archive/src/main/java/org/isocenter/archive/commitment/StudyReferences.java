/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.commitment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.isocenter.archive.model.SeriesKey;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/** References below their studies, series and SOP classes (PS3.18 J.1). Used by one thread. */
final class StudyReferences {

    private record ClassOfSeries(SeriesKey series, String sopClassUid) {}

    private final Attributes module;
    private final int tag;
    private final Map<String, Attributes> studies = new HashMap<>();
    private final Map<SeriesKey, Attributes> series = new HashMap<>();
    private final Map<ClassOfSeries, Sequence> classes = new HashMap<>();

    /** Adds to a sequence of the module, which is made when there is something to add. */
    StudyReferences(Attributes module, int tag) {
        this.module = module;
        this.tag = tag;
    }

    /** The references of a request; none if it has no such sequence. */
    static List<InstanceReference> read(Attributes request) {
        List<InstanceReference> references = new ArrayList<>();
        for (Attributes study : ReferenceItems.of(request, Tag.ReferencedStudySequence)) {
            String studyInstanceUid = ReferenceItems.uid(study, Tag.StudyInstanceUID);
            for (Attributes each : ReferenceItems.required(study, Tag.ReferencedSeriesSequence)) {
                SeriesKey key = new SeriesKey(studyInstanceUid, ReferenceItems.uid(each, Tag.SeriesInstanceUID));
                for (Attributes ofClass : ReferenceItems.required(each, Tag.ReferencedInstancesBySOPClassSequence)) {
                    readInstances(ofClass, key, references);
                }
            }
        }
        return references;
    }

    private static void readInstances(Attributes ofClass, SeriesKey key, List<InstanceReference> references) {
        String sopClassUid = ReferenceItems.uid(ofClass, Tag.ReferencedSOPClassUID);
        for (Attributes instance : ReferenceItems.required(ofClass, Tag.ReferencedInstanceSequence)) {
            references.add(new InstanceReference(
                    sopClassUid, ReferenceItems.uid(instance, Tag.ReferencedSOPInstanceUID), Optional.of(key)));
        }
    }

    /** Adds a reference; the item that stands for it. */
    Attributes add(InstanceReference reference, SeriesKey key) {
        Attributes item = new Attributes(2);
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, reference.sopInstanceUid());
        classes.computeIfAbsent(new ClassOfSeries(key, reference.sopClassUid()), this::newClass)
                .add(item);
        return item;
    }

    private Sequence newClass(ClassOfSeries ofSeries) {
        Attributes holder = series.computeIfAbsent(ofSeries.series(), this::newSeries);
        Attributes item = new Attributes(2);
        item.setString(Tag.ReferencedSOPClassUID, VR.UI, ofSeries.sopClassUid());
        Sequence instances = item.newSequence(Tag.ReferencedInstanceSequence);
        holder.getSequence(Tag.ReferencedInstancesBySOPClassSequence).add(item);
        return instances;
    }

    private Attributes newSeries(SeriesKey key) {
        Attributes study = studies.computeIfAbsent(key.studyInstanceUid(), this::newStudy);
        Attributes item = new Attributes(2);
        item.setString(Tag.SeriesInstanceUID, VR.UI, key.seriesInstanceUid());
        item.newSequence(Tag.ReferencedInstancesBySOPClassSequence);
        study.getSequence(Tag.ReferencedSeriesSequence).add(item);
        return item;
    }

    private Attributes newStudy(String studyInstanceUid) {
        Attributes item = new Attributes(2);
        item.setString(Tag.StudyInstanceUID, VR.UI, studyInstanceUid);
        item.newSequence(Tag.ReferencedSeriesSequence);
        Sequence all = module.getSequence(tag);
        (all == null ? module.newSequence(tag) : all).add(item);
        return item;
    }
}
