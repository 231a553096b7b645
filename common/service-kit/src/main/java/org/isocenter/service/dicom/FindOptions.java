/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

/** Extended negotiation of the query service classes (PS3.4 C.5.1.1). */
public final class FindOptions {

    public static final int RELATIONAL = 0;
    public static final int COMBINED_DATE_TIME = 1;
    public static final int FUZZY_NAMES = 2;
    public static final int EMPTY_VALUES = 5;
    public static final int MULTIPLE_VALUES = 6;

    private static final int[] OPTIONS = {RELATIONAL, COMBINED_DATE_TIME, FUZZY_NAMES, EMPTY_VALUES, MULTIPLE_VALUES};

    private FindOptions() {}

    /** Agrees to the options that there are; time zone adjustment and conversion of enhanced images are not among them. */
    public static byte[] agree(byte[] requested) {
        byte[] answer = new byte[requested.length];
        for (int option : OPTIONS) {
            if (option < requested.length) {
                answer[option] = (byte) (requested[option] == 1 ? 1 : 0);
            }
        }
        return answer;
    }
}
