/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * What an independent implementation makes of a file: DCMTK's dcm2json, of a copy without pixel data (it refuses compressed
 * pixels), or pydicom where DCMTK's character set library lacks the repertoire.
 *
 * @param json the JSON, or null if there is none
 * @param reason why there is none
 */
record ReferenceJson(byte[] json, String reason) {

    /** DCMTK converts items that have a character set of their own from the data set's. */
    private static final String DCMTK_MISREADS = "syn-charset-item-overrides.dcm";

    /** DCMTK's library refuses ISO 2022 IR 58 here, and pydicom 2.3 decodes it as Latin-1. */
    private static final String BOTH_MISREAD = "syn-charset-nonep2022ir58.dcm";

    private static final String PYDICOM = """
            import sys, pydicom, json
            # elements of VR UN stay so, as they stand in the file
            pydicom.config.replace_un_with_known_vr = False
            data = pydicom.dcmread(sys.argv[1], stop_before_pixels=True)
            # pydicom keeps group lengths, which PS3.18 F.2.2 forbids, and the file's character set for a text in UTF-8
            for element in [e for e in data if e.tag.element == 0]:
                del data[element.tag]
            # names of delimiters alone are empty
            for element in data.iterall():
                if element.VR == "PN" and element.VM == 1 and not str(element.value).strip("^= "):
                    element.value = ""
            if "SpecificCharacterSet" in data:
                data.SpecificCharacterSet = "ISO_IR 192"
            sys.stdout.buffer.write(json.dumps(data.to_json_dict(), ensure_ascii=False).encode("utf-8"))
            """;

    /** Debian's python3-pydicom belongs to Debian's own Python. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    static ReferenceJson of(Path file, Path directory) throws IOException {
        if (!DcmtkTools.areInstalled("dcm2json", "dcmodify")) {
            return new ReferenceJson(null, DcmtkTools.missing("dcm2json", "dcmodify"));
        }
        if (BOTH_MISREAD.equals(file.getFileName().toString())) {
            return new ReferenceJson(null, "neither DCMTK nor pydicom decodes this file");
        }
        Path copy = directory.resolve("copy.dcm");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        DcmtkTools.run("dcmodify", "-q", "-nb", "-imt", "-ea", "(7fe0,0010)", copy.toString());
        DcmtkTools.Result dcmtk = DcmtkTools.run("dcm2json", "-q", copy.toString());
        if (dcmtk.exitCode() == 0 && !DCMTK_MISREADS.equals(file.getFileName().toString())) {
            return new ReferenceJson(dcmtk.output(), "");
        }
        return pydicom(file, dcmtk.errors());
    }

    private static ReferenceJson pydicom(Path file, String refusal) {
        String reason = "dcm2json refuses the file (" + refusal.strip() + ") and pydicom is absent";
        if (DcmtkTools.find(PYTHON).isEmpty()) {
            return new ReferenceJson(null, reason);
        }
        DcmtkTools.Result result = DcmtkTools.run(LIMIT, null, PYTHON, "-c", PYDICOM, file.toString());
        return result.exitCode() == 0
                ? new ReferenceJson(result.output(), "")
                : new ReferenceJson(null, reason + ": " + result.errors());
    }

    /** Strings are equal; numbers have the same value, FL and FD the same in the precision of their VR. */
    static boolean agree(String vr, JsonTree.Leaf reference, JsonTree.Leaf ours) {
        if (reference.text().equals(ours.text())) {
            return true;
        }
        return switch (vr) {
            case "DS", "IS" -> sameNumber(reference.text(), ours.text());
            case "FL" -> Float.parseFloat(reference.text()) == Float.parseFloat(ours.text());
            // DCMTK's own conversion to decimal is off by a unit in the last place at times
            case "FD" -> sameDouble(Double.parseDouble(reference.text()), Double.parseDouble(ours.text()));
            default -> false;
        };
    }

    private static boolean sameDouble(double reference, double ours) {
        return Double.compare(reference, ours) == 0 || Math.abs(reference - ours) <= Math.ulp(ours);
    }

    private static boolean sameNumber(String reference, String ours) {
        try {
            return new BigDecimal(reference.strip()).compareTo(new BigDecimal(ours.strip())) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
