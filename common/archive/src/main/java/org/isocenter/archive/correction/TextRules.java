/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.correction;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.isocenter.archive.model.UidRules;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.value.DecimalString;
import org.isocenter.dicom.value.DicomDate;
import org.isocenter.dicom.value.DicomDateTime;
import org.isocenter.dicom.value.DicomTime;
import org.isocenter.dicom.value.IntegerString;

/** What text a value of a VR may be (PS3.5 table 6.2-1). */
final class TextRules {

    private static final Pattern AGE = Pattern.compile("\\d{3}[DWMY]");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9 _]{0,16}");
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern TIME = Pattern.compile("\\d{2}(\\d{2}(\\d{2}(\\.\\d{1,6})?)?)?");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4,14}(\\.\\d{1,6})?([+-]\\d{4})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,11}");
    private static final int NAME_GROUPS = 3;
    private static final int NAME_COMPONENTS = 5;

    /** VM of more than one, of the attributes that can be corrected (PS3.6). */
    private static final Set<Integer> SEVERAL = Arrays.stream(new int[] {
                Tag.OtherPatientIDs,
                Tag.OtherPatientNames,
                Tag.PatientTelephoneNumbers,
                Tag.DeidentificationMethod,
                Tag.ConsultingPhysicianName,
                Tag.PhysiciansOfRecord,
                Tag.NameOfPhysiciansReadingStudy,
                Tag.AdmittingDiagnosesDescription,
                Tag.MedicalAlerts,
                Tag.Allergies,
                Tag.PerformingPhysicianName,
                Tag.OperatorsName,
                Tag.PatientOrientation
            })
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    private TextRules() {}

    /** What is wrong with values, to be said after the name of the attribute; null if nothing is. */
    static String problem(int tag, VR vr, String[] values) {
        if (values.length > 1 && !SEVERAL.contains(tag)) {
            return "has one value";
        }
        for (String each : values) {
            String problem = problem(vr, each);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static String problem(VR vr, String value) {
        if (value.isEmpty()) {
            return null;
        }
        if (hasControl(vr, value)) {
            return "has a character that VR " + vr + " does not allow";
        }
        return switch (vr) {
            case AE, SH -> longest(value, 16);
            case LO -> longest(value, 64);
            case ST -> longest(value, 1024);
            case LT -> longest(value, 10_240);
            case PN -> name(value);
            case CS -> unless(CODE.matcher(value).matches(), "is a code of capitals, digits, blanks and underscores");
            case AS -> unless(AGE.matcher(value).matches(), "is an age such as 042Y");
            case DA ->
                unless(
                        DATE.matcher(value).matches() && DicomDate.parse(value).isPresent(),
                        "is a date such as 20260301");
            case TM ->
                unless(TIME.matcher(value).matches() && DicomTime.parse(value).isPresent(), "is a time such as 102030");
            case DT ->
                unless(
                        DATE_TIME.matcher(value).matches()
                                && DicomDateTime.parse(value).isPresent(),
                        "is a date and time such as 20260301102030");
            case DS -> unless(value.length() <= 16 && DecimalString.parse(value).isPresent(), "is a number");
            case IS ->
                unless(
                        WHOLE_NUMBER.matcher(value).matches()
                                && IntegerString.parse(value).isPresent(),
                        "is a whole number");
            case UI -> unless(UidRules.isValid(value), "is a UID");
            case UC, UR, UT -> null;
            case AT, FD, FL, OB, OD, OF, OL, OV, OW, SL, SQ, SS, SV, UL, UN, US, UV -> "is no text";
        };
    }

    private static String unless(boolean right, String what) {
        return right ? null : what;
    }

    private static String longest(String value, int characters) {
        return unless(
                value.codePointCount(0, value.length()) <= characters, "has " + characters + " characters at the most");
    }

    /** PS3.5 6.2.1: up to three groups of up to five components and 64 characters. */
    private static String name(String value) {
        String[] groups = value.split("=", -1);
        for (String group : groups) {
            if (group.split("\\^", -1).length > NAME_COMPONENTS || longest(group, 64) != null) {
                return "has groups of 64 characters and five components at the most";
            }
        }
        return unless(groups.length <= NAME_GROUPS, "has three groups at the most");
    }

    /** PS3.5 6.1.3: control characters in text only, and a backslash where it separates no values. */
    private static boolean hasControl(VR vr, String value) {
        boolean isText = vr == VR.LT || vr == VR.ST || vr == VR.UT;
        return value.chars()
                .anyMatch(each -> (Character.isISOControl(each)
                                && !(isText && (each == '\r' || each == '\n' || each == '\t' || each == '\f')))
                        || (each == '\\' && !isText && vr != VR.UR));
    }
}
