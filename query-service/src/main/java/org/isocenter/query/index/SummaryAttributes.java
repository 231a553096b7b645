/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/** What a search shows of a study or a series: the summary's attributes and the computed ones (PS3.4 C.3.4), in UTF-8. */
public final class SummaryAttributes {

    private static final String ONLINE = "ONLINE";

    private SummaryAttributes() {}

    /** All that is known of a study at study level. */
    public static Attributes ofStudy(StudySummary study) {
        Attributes attributes = inUtf8(study.attributes());
        attributes.setString(Tag.InstanceAvailability, ONLINE);
        attributes.setString(Tag.StudyInstanceUID, study.studyInstanceUid());
        attributes.setString(Tag.ModalitiesInStudy, study.modalitiesInStudy().toArray(String[]::new));
        attributes.setString(Tag.SOPClassesInStudy, study.sopClassesInStudy().toArray(String[]::new));
        attributes.setInt(Tag.NumberOfStudyRelatedSeries, study.series().size());
        attributes.setInt(Tag.NumberOfStudyRelatedInstances, study.numberOfInstances());
        return attributes;
    }

    /**
     * All that is known of a series, with what is known of its study.
     *
     * @param study as {@link #ofStudy} gave it
     */
    public static Attributes ofSeries(Attributes study, SeriesSummary series) {
        Attributes attributes = new Attributes(study);
        copy(series.attributes(), attributes);
        attributes.setString(Tag.SeriesInstanceUID, series.key().seriesInstanceUid());
        attributes.setInt(Tag.NumberOfSeriesRelatedInstances, series.numberOfInstances());
        return attributes;
    }

    /** A copy whose text is in UTF-8, whatever it was before. */
    public static Attributes inUtf8(Attributes source) {
        Attributes attributes = new Attributes(source.size() + 8);
        attributes.setSpecificCharacterSet("ISO_IR 192");
        copy(source, attributes);
        return attributes;
    }

    private static void copy(Attributes source, Attributes target) {
        for (int tag : source.tags()) {
            Sequence sequence = source.getSequence(tag);
            if (sequence != null) {
                Sequence copies = target.newSequence(tag, VR.SQ);
                for (Attributes item : sequence) {
                    Attributes copied = new Attributes(item.size());
                    copies.add(copied);
                    copy(item, copied);
                }
            } else if (tag != Tag.SpecificCharacterSet) {
                target.addSelected(source, tag);
            }
        }
    }
}
