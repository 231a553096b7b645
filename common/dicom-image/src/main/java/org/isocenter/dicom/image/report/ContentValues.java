/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.report;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.dict.Dictionary;

/** Values of content items in words (PS3.3 C.17.3.2.1). */
final class ContentValues {

    private ContentValues() {}

    static String of(Attributes item) {
        return switch (item.getString(Tag.ValueType, "")) {
            case "TEXT" -> item.getString(Tag.TextValue, "");
            case "CODE" -> meaning(item.getNested(Tag.ConceptCodeSequence));
            case "NUM" -> measurement(item);
            case "DATE" -> ReportText.date(item.getString(Tag.Date, ""));
            case "TIME" -> ReportText.time(item.getString(Tag.Time, ""));
            case "DATETIME" -> ReportText.dateTime(item.getString(Tag.DateTime, ""));
            case "PNAME" -> ReportText.name(item.getString(Tag.PersonName, ""));
            case "UIDREF" -> item.getString(Tag.UID, "");
            case "IMAGE", "COMPOSITE", "WAVEFORM" -> reference(item.getNested(Tag.ReferencedSOPSequence));
            case "SCOORD", "SCOORD3D" -> region(item);
            case "TCOORD" -> item.getString(Tag.TemporalRangeType, "");
            default -> "";
        };
    }

    /** The meaning of a code; the code itself if it has none. */
    static String meaning(Attributes code) {
        if (code == null) {
            return "";
        }
        String value =
                code.getString(Tag.CodeValue, code.getString(Tag.LongCodeValue, code.getString(Tag.URNCodeValue, "")));
        return code.getString(Tag.CodeMeaning, value);
    }

    private static String measurement(Attributes item) {
        Attributes measured = item.getNested(Tag.MeasuredValueSequence);
        if (measured == null) {
            return meaning(item.getNested(Tag.NumericValueQualifierCodeSequence));
        }
        String number = measured.getString(Tag.NumericValue, "");
        Attributes code = measured.getNested(Tag.MeasurementUnitsCodeSequence);
        String unit = code == null ? "" : code.getString(Tag.CodeValue, "");
        boolean plain = unit.equals("1") || unit.startsWith("{") || unit.isEmpty();
        String shown = plain ? (unit.equals("1") ? "" : meaning(code)) : unit;
        return (number + " " + shown).strip();
    }

    private static String reference(Attributes reference) {
        if (reference == null) {
            return "";
        }
        String kind = Dictionary.uidName(reference.getString(Tag.ReferencedSOPClassUID, ""));
        String frames = String.join(", ", reference.getStrings(Tag.ReferencedFrameNumber));
        String of = frames.isEmpty() ? "" : ", frames " + frames;
        return (kind + " " + reference.getString(Tag.ReferencedSOPInstanceUID, "") + of).strip();
    }

    private static String region(Attributes item) {
        int dimensions = item.getString(Tag.ValueType, "").equals("SCOORD3D") ? 3 : 2;
        byte[] data = item.getBytes(Tag.GraphicData);
        int points = data == null ? 0 : data.length / (4 * dimensions);
        return item.getString(Tag.GraphicType, "") + " of " + points + (points == 1 ? " point" : " points");
    }
}
