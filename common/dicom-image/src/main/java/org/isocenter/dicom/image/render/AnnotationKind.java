/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

/** What is written on a picture (PS3.18 8.3.5.1.1). */
public enum AnnotationKind {
    /** Who it is of. */
    PATIENT,
    /** How it was made. */
    TECHNIQUE
}
