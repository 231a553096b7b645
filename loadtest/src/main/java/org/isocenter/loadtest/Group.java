/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

/** Operations that are measured together. */
enum Group {
    /** C-STORE with TCP_NODELAY on. */
    STORE,
    /** C-STORE by DCMTK's {@code storescu} as it is delivered. */
    NAGLE,
    /** STOW-RS. */
    STOW,
    /** C-FIND of studies. */
    FIND,
    /** QIDO-RS of studies. */
    QIDO,
    /** WADO-RS of a study and of a frame. */
    WADO,
    /** WADO-RS metadata of a series. */
    METADATA,
    /** C-GET of a study. */
    GET,
    /** DICOMweb of a series of 1,000 slices and of an object of 2,000 frames. */
    LARGE
}
