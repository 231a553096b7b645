/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;

/** The document of a basic text report: a container with a finding in text. */
final class SyntheticReport {

    private SyntheticReport() {}

    static void writeTo(Attributes attributes) {
        attributes.setString(Tag.CompletionFlag, VR.CS, "COMPLETE");
        attributes.setString(Tag.VerificationFlag, VR.CS, "UNVERIFIED");
        attributes.setString(Tag.ValueType, VR.CS, "CONTAINER");
        attributes.setString(Tag.ContinuityOfContent, VR.CS, "SEPARATE");
        attributes.newSequence(Tag.ReferencedPerformedProcedureStepSequence);
        attributes.newSequence(Tag.PerformedProcedureCodeSequence);
        conceptName(attributes, "18748-4", "LN", "Diagnostic Imaging Report");
        Sequence content = attributes.newSequence(Tag.ContentSequence);
        content.add(text("121071", "Finding", "No abnormality.\r\nHeart and lungs are of normal size."));
        content.add(text("121077", "Conclusion", "Normal chest."));
    }

    private static Attributes text(String code, String meaning, String value) {
        Attributes item = new Attributes();
        item.setString(Tag.RelationshipType, VR.CS, "CONTAINS");
        item.setString(Tag.ValueType, VR.CS, "TEXT");
        conceptName(item, code, "DCM", meaning);
        item.setString(Tag.TextValue, VR.UT, value);
        return item;
    }

    private static void conceptName(Attributes item, String code, String scheme, String meaning) {
        Attributes concept = new Attributes();
        concept.setString(Tag.CodeValue, VR.SH, code);
        concept.setString(Tag.CodingSchemeDesignator, VR.SH, scheme);
        concept.setString(Tag.CodeMeaning, VR.LO, meaning);
        item.newSequence(Tag.ConceptNameCodeSequence).add(concept);
    }
}
