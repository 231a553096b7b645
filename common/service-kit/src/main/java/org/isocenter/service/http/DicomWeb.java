/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.http;

/** Names of DICOMweb (PS3.18) that all services use. */
public final class DicomWeb {

    /**
     * The {@code @Path} of every resource class of DICOMweb, in whichever service. The framework picks the class by its own
     * path before it looks at methods: were one class at {@code /dicom-web/studies} and another at {@code /dicom-web}, the
     * first would hide what the second has below {@code /studies} when all services run in one process. So the rest of a
     * path stands at the methods.
     */
    public static final String ROOT = "/dicom-web";

    /** A DICOM file. */
    public static final String DICOM = "application/dicom";

    /** A data set as JSON. */
    public static final String DICOM_JSON = "application/dicom+json";

    /** A data set as XML. */
    public static final String DICOM_XML = "application/dicom+xml";

    /** JSON under its general name. */
    public static final String JSON = "application/json";

    /** DICOM files in one archive file. */
    public static final String ZIP = "application/zip";

    /** Several parts that belong together. */
    public static final String MULTIPART_RELATED = "multipart/related";

    private static final int MAX_UID_LENGTH = 64;

    private DicomWeb() {}

    /** Whether a path segment can be a UID: digits and dots, 1 to 64; leading zeros are let pass, as modalities write them. */
    public static boolean isUid(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_UID_LENGTH
                && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
                && text.charAt(0) != '.'
                && !text.endsWith(".")
                && !text.contains("..");
    }

    /**
     * A Warning header's value as PS3.18 8.3.4 writes it.
     *
     * @param service the base URI of the service that warns
     */
    public static String warning(String service, String text) {
        return "299 " + service + ": " + text;
    }

    /** A Warning header's value (PS3.18 uses code 299), for a text without quotes. */
    public static String warning(String text) {
        return "299 isocenter: \"" + text.replace('"', '\'') + '"';
    }
}
