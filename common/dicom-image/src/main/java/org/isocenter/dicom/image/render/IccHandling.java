/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

/** What becomes of the colours (PS3.18 8.3.5.1.5). */
public enum IccHandling {
    /** Samples as they are, no profile. */
    NO,
    /** Samples as they are, with the profile of the data set if it has one. */
    YES,
    /** Converted to sRGB, with that profile. */
    SRGB,
    /** Converted to Adobe RGB (1998), with such a profile. */
    ADOBERGB,
    /** Converted to ROMM RGB, with such a profile. */
    ROMMRGB
}
