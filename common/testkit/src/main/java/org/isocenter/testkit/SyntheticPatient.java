/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.value.DicomDate;

/**
 * An invented patient.
 *
 * @param patientId Patient ID
 * @param patientName Patient's Name, with its groups
 * @param characterSet the values of Specific Character Set that the name needs
 * @param birthDate Patient's Birth Date
 * @param sex Patient's Sex: M, F or O
 */
public record SyntheticPatient(
        String patientId, String patientName, List<String> characterSet, LocalDate birthDate, String sex) {

    private record Name(String text, String... codes) {}

    private static final List<Name> NAMES = List.of(
            new Name("Smith^Anna Maria"),
            new Name("O'Connor^Liam^P.^Dr.^Jr."),
            new Name("Müller^Jürgen", "ISO_IR 100"),
            new Name("Lefèvre^Hélène^^Mme", "ISO_IR 100"),
            new Name("Nowak^Łukasz", "ISO_IR 101"),
            new Name("Люкceмбypг^Ирина", "ISO_IR 144"),
            new Name("Παπαδόπουλος^Γιώργος", "ISO_IR 126"),
            new Name("قباني^لنزار", "ISO_IR 127"),
            new Name("שרון^דבורה", "ISO_IR 138"),
            new Name("Yılmaz^Işık", "ISO_IR 148"),
            new Name("Yamada^Tarou=山田^太郎=やまだ^たろう", "", "ISO 2022 IR 87"),
            new Name("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう", "ISO 2022 IR 13", "ISO 2022 IR 87"),
            new Name("Hong^Gildong=洪^吉洞=홍^길동", "", "ISO 2022 IR 149"),
            new Name("Wang^XiaoDong=王^小东", "GB18030"),
            new Name("Zhang^XiaoDong=张^小东", "", "ISO 2022 IR 58"),
            new Name("Nguyễn^Thị Hằng", "ISO_IR 192"));

    /** Makes the patient of a seed; the same seed gives the same patient. */
    public static SyntheticPatient of(long seed) {
        Random random = new Random(seed ^ 0x5DEECE66DL);
        Name name = NAMES.get((int) Math.floorMod(seed, (long) NAMES.size()));
        LocalDate birthDate = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(30_000));
        String sex = List.of("M", "F", "O").get(random.nextInt(20) == 0 ? 2 : random.nextInt(2));
        return new SyntheticPatient(
                String.format("SYN%08d", Math.floorMod(seed, 100_000_000L)),
                name.text(),
                List.of(name.codes()),
                birthDate,
                sex);
    }

    /** Writes the patient module and the character set. */
    void writeTo(Attributes attributes) {
        if (!characterSet.isEmpty()) {
            attributes.setSpecificCharacterSet(characterSet.toArray(new String[0]));
        }
        attributes.setString(Tag.PatientName, VR.PN, patientName);
        attributes.setString(Tag.PatientID, VR.LO, patientId);
        attributes.setString(Tag.IssuerOfPatientID, VR.LO, "TESTKIT");
        attributes.setString(Tag.PatientBirthDate, VR.DA, DicomDate.format(birthDate));
        attributes.setString(Tag.PatientSex, VR.CS, sex);
    }
}
