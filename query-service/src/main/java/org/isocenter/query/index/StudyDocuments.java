/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.isocenter.archive.model.SeriesSummary;
import org.isocenter.archive.model.StudySummary;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/** Turns a study's summary into its documents: one of the study and one of each series. */
final class StudyDocuments {

    private StudyDocuments() {}

    static List<Document> of(StudySummary study) {
        List<Document> documents = new ArrayList<>(study.series().size() + 1);
        Attributes attributes = SummaryAttributes.ofStudy(study);
        long order = SortKey.studyMoment(attributes);
        String patient = study.patient() == null
                ? ""
                : study.patient().issuer() + '\n' + study.patient().patientId();
        documents.add(studyDocument(study, attributes, order, patient));
        for (SeriesSummary series : study.series()) {
            documents.add(seriesDocument(study, series, SummaryAttributes.ofSeries(attributes, series), order));
        }
        return documents;
    }

    private static Document studyDocument(StudySummary study, Attributes attributes, long order, String patient) {
        Document document = start(study.studyInstanceUid(), IndexFields.KIND_STUDY, attributes);
        addOrder(document, IndexFields.STUDY_ORDER, order);
        document.add(new NumericDocValuesField(IndexFields.UID_ORDER, UidOrder.of(study.studyInstanceUid())));
        document.add(new SortedDocValuesField(IndexFields.PATIENT, new BytesRef(patient)));
        document.add(new StringField(IndexFields.PATIENT, patient, Field.Store.NO));
        document.add(new NumericDocValuesField(
                IndexFields.SERIES_COUNT, study.series().size()));
        document.add(new NumericDocValuesField(IndexFields.INSTANCE_COUNT, study.numberOfInstances()));
        document.add(new NumericDocValuesField(IndexFields.SIZE, study.size()));
        document.add(
                json(PreparedJson.of("/studies/" + study.studyInstanceUid(), DefaultAttributes.ofStudy(attributes))));
        return document;
    }

    private static Document seriesDocument(
            StudySummary study, SeriesSummary series, Attributes attributes, long order) {
        Document document = start(study.studyInstanceUid(), IndexFields.KIND_SERIES, attributes);
        addOrder(document, IndexFields.SERIES_ORDER, order);
        document.add(new NumericDocValuesField(
                IndexFields.SERIES_NUMBER, attributes.getInt(Tag.SeriesNumber, Integer.MAX_VALUE)));
        document.add(new NumericDocValuesField(IndexFields.INSTANCE_COUNT, series.numberOfInstances()));
        document.add(new NumericDocValuesField(
                IndexFields.UID_ORDER, UidOrder.of(series.key().seriesInstanceUid())));
        document.add(json(PreparedJson.of(
                "/studies/" + study.studyInstanceUid() + "/series/"
                        + series.key().seriesInstanceUid(),
                DefaultAttributes.ofSeries(attributes, true))));
        return document;
    }

    /** As value to sort by, and as point to skip what cannot be among the first. */
    private static void addOrder(Document document, String field, long order) {
        document.add(new LongPoint(field, order));
        document.add(new NumericDocValuesField(field, order));
    }

    private static Document start(String studyInstanceUid, String kind, Attributes attributes) {
        Document document = new Document();
        document.add(new StringField(IndexFields.STUDY, studyInstanceUid, Field.Store.NO));
        document.add(new StringField(IndexFields.KIND, kind, Field.Store.NO));
        document.add(
                new BinaryDocValuesField(IndexFields.ATTRIBUTES, new BytesRef(StoredAttributes.encode(attributes))));
        AttributeFields.add(document, kind, attributes);
        SortFields.add(document, attributes);
        return document;
    }

    private static BinaryDocValuesField json(PreparedJson json) {
        return new BinaryDocValuesField(IndexFields.JSON, new BytesRef(json.encode()));
    }
}
