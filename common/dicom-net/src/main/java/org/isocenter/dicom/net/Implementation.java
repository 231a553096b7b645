/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import org.isocenter.dicom.io.FileMetaInformation;

/** Who we are to peers (PS3.7 D.3.3.2). */
public final class Implementation {
    /** Implementation class UID. */
    public static final String CLASS_UID = FileMetaInformation.IMPLEMENTATION_CLASS_UID;

    /** Implementation version name, 1 to 16 characters. */
    public static final String VERSION_NAME = FileMetaInformation.IMPLEMENTATION_VERSION_NAME;

    private Implementation() {}
}
