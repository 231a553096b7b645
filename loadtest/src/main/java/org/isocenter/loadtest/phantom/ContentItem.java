/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/** An item of the content tree of a structured report (PS3.3 C.17.3). */
final class ContentItem {

    private final Attributes attributes;

    private ContentItem(Attributes attributes) {
        this.attributes = attributes;
    }

    /** The root of a document, written into its data set. */
    static ContentItem root(Attributes document, Code name) {
        ContentItem root = new ContentItem(document);
        root.attributes.setString(Tag.ValueType, VR.CS, "CONTAINER");
        root.attributes.setString(Tag.ContinuityOfContent, VR.CS, "SEPARATE");
        name.writeTo(root.attributes, Tag.ConceptNameCodeSequence);
        return root;
    }

    private ContentItem child(String relationshipType, String valueType) {
        Attributes item = new Attributes();
        item.setString(Tag.RelationshipType, VR.CS, relationshipType);
        item.setString(Tag.ValueType, VR.CS, valueType);
        Sequence content = attributes.getSequence(Tag.ContentSequence);
        if (content == null) {
            content = attributes.newSequence(Tag.ContentSequence);
        }
        content.add(item);
        return new ContentItem(item);
    }

    ContentItem container(Code name) {
        ContentItem item = child("CONTAINS", "CONTAINER");
        item.attributes.setString(Tag.ContinuityOfContent, VR.CS, "SEPARATE");
        name.writeTo(item.attributes, Tag.ConceptNameCodeSequence);
        return item;
    }

    ContentItem code(String relationshipType, Code name, Code value) {
        ContentItem item = child(relationshipType, "CODE");
        name.writeTo(item.attributes, Tag.ConceptNameCodeSequence);
        value.writeTo(item.attributes, Tag.ConceptCodeSequence);
        return item;
    }

    void text(String relationshipType, Code name, String value) {
        ContentItem item = child(relationshipType, "TEXT");
        name.writeTo(item.attributes, Tag.ConceptNameCodeSequence);
        item.attributes.setString(Tag.TextValue, VR.UT, value);
    }

    void person(String relationshipType, Code name, String value) {
        ContentItem item = child(relationshipType, "PNAME");
        name.writeTo(item.attributes, Tag.ConceptNameCodeSequence);
        item.attributes.setString(Tag.PersonName, VR.PN, value);
    }

    void uid(String relationshipType, Code name, String value) {
        ContentItem item = child(relationshipType, "UIDREF");
        name.writeTo(item.attributes, Tag.ConceptNameCodeSequence);
        item.attributes.setString(Tag.UID, VR.UI, value);
    }

    ContentItem number(Code name, double value, Code unit) {
        ContentItem item = child("CONTAINS", "NUM");
        name.writeTo(item.attributes, Tag.ConceptNameCodeSequence);
        Attributes measured = new Attributes();
        measured.setDouble(Tag.NumericValue, VR.DS, value);
        unit.writeTo(measured, Tag.MeasurementUnitsCodeSequence);
        item.attributes.newSequence(Tag.MeasuredValueSequence).add(measured);
        return item;
    }

    /** A line in an image; columns and rows count from 0 at the upper left corner of the first pixel (PS3.3 C.18.6.1.1). */
    ContentItem line(double... columnsAndRows) {
        ContentItem item = child("INFERRED FROM", "SCOORD");
        item.attributes.setString(Tag.GraphicType, VR.CS, "POLYLINE");
        item.attributes.setDouble(Tag.GraphicData, VR.FL, columnsAndRows);
        return item;
    }

    void image(String relationshipType, Attributes reference) {
        child(relationshipType, "IMAGE")
                .attributes
                .newSequence(Tag.ReferencedSOPSequence)
                .add(reference);
    }

    void template(String identifier) {
        Attributes template = new Attributes();
        template.setString(Tag.MappingResource, VR.CS, "DCMR");
        template.setString(Tag.TemplateIdentifier, VR.CS, identifier);
        attributes.newSequence(Tag.ContentTemplateSequence).add(template);
    }
}
