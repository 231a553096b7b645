/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.render.FrameAttributes;
import org.isocenter.dicom.image.render.lut.VoiTransform;
import org.isocenter.dicom.value.PersonName;

/** The lines that {@code annotation=patient,technique} writes on a picture (PS3.18 8.3.5.1.1). */
public final class AnnotationText {

    private static final int LONGEST_LINE = 64;

    private AnnotationText() {}

    /** Name, identifier, birth date, sex and age, as far as they are known. */
    public static List<String> patient(Attributes header) {
        List<String> lines = new ArrayList<>();
        PersonName name = PersonName.parse(header.getString(Tag.PatientName));
        PersonName.Group group = name.alphabetic().isEmpty() ? name.ideographic() : name.alphabetic();
        add(lines, "", String.join(" ", group.components()).strip().replaceAll(" +", " "));
        add(lines, "ID ", header.getString(Tag.PatientID));
        String birthDate = date(header.getString(Tag.PatientBirthDate));
        String sex = header.getString(Tag.PatientSex, "");
        String age = header.getString(Tag.PatientAge, "");
        add(lines, "", String.join(" ", birthDate, sex, age).strip().replaceAll(" +", " "));
        return lines;
    }

    /** Institution, study, series, equipment's settings and window, as far as they are known. */
    public static List<String> technique(FrameAttributes frame) {
        Attributes header = frame.header();
        List<String> lines = new ArrayList<>();
        add(lines, "", header.getString(Tag.InstitutionName));
        add(lines, "", date(header.getString(Tag.StudyDate)) + " " + time(header.getString(Tag.StudyTime)));
        add(lines, "", header.getString(Tag.Modality, "") + " " + header.getString(Tag.SeriesDescription, ""));
        add(lines, "Series ", header.getString(Tag.SeriesNumber));
        String frames = header.getInt(Tag.NumberOfFrames, 1) > 1 ? " / " + frame.frameNumber() : "";
        add(lines, "Image ", header.getString(Tag.InstanceNumber, "") + frames);
        add(lines, "kVp ", header.getString(Tag.KVP));
        add(lines, "mA ", header.getString(Tag.XRayTubeCurrent));
        add(lines, "mAs ", header.getString(Tag.Exposure));
        add(lines, "TR ", header.getString(Tag.RepetitionTime));
        add(lines, "TE ", header.getString(Tag.EchoTime));
        add(lines, "Slice mm ", frame.pixelMeasures().getString(Tag.SliceThickness));
        VoiTransform.window(frame.valuesOfInterest())
                .ifPresent(window ->
                        add(lines, "", String.format(Locale.ROOT, "C %.6g W %.6g", window.center(), window.width())));
        return lines;
    }

    private static void add(List<String> lines, String label, String value) {
        if (value != null && !value.isBlank()) {
            String line = label + value.strip();
            lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
        }
    }

    private static String date(String value) {
        boolean plain = value != null && value.matches("[0-9]{8}");
        return plain ? value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6) : "";
    }

    private static String time(String value) {
        boolean plain = value != null && value.matches("[0-9]{4}.*");
        return plain ? value.substring(0, 2) + ":" + value.substring(2, 4) : "";
    }
}
