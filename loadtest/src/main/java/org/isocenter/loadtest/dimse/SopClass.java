/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

/** SOP classes of services (PS3.4). */
public final class SopClass {

    /** Verification. */
    public static final String VERIFICATION = "1.2.840.10008.1.1";

    /** CT Image Storage. */
    public static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";

    /** Study Root Query/Retrieve, FIND. */
    public static final String STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1";

    /** Study Root Query/Retrieve, MOVE. */
    public static final String STUDY_ROOT_MOVE = "1.2.840.10008.5.1.4.1.2.2.2";

    /** Study Root Query/Retrieve, GET. */
    public static final String STUDY_ROOT_GET = "1.2.840.10008.5.1.4.1.2.2.3";

    private SopClass() {}
}
