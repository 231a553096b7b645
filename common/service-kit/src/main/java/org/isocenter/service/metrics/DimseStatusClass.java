/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.metrics;

/** Classes of DIMSE statuses (PS3.7 C). */
enum DimseStatusClass {
    SUCCESS("success"),
    PENDING("pending"),
    CANCEL("cancel"),
    WARNING("warning"),
    FAILURE("failure");

    private final String label;

    DimseStatusClass(String label) {
        this.label = label;
    }

    static DimseStatusClass of(int status) {
        if (status == 0) {
            return SUCCESS;
        }
        if (status == 0xff00 || status == 0xff01) {
            return PENDING;
        }
        if (status == 0xfe00) {
            return CANCEL;
        }
        boolean warning = status == 0x0001 || status == 0x0107 || status == 0x0116 || (status & 0xf000) == 0xb000;
        return warning ? WARNING : FAILURE;
    }

    String label() {
        return label;
    }
}
