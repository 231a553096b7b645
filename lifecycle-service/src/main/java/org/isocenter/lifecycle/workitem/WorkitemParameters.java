/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.isocenter.service.http.DicomWeb;

import io.vertx.core.http.HttpServerRequest;

/**
 * UIDs that stand in the query of a request. PS3.18 11.4 and 11.6 write them bare ({@code ?1.2.3}); clients of former editions and of
 * other servers name them.
 */
final class WorkitemParameters {

    private static final List<String> WORKITEM = List.of("workitem", "affectedsopinstanceuid", "00001000");
    private static final List<String> TRANSACTION =
            List.of("transaction-uid", "transactionuid", "transaction", "00081195");

    private WorkitemParameters() {}

    /** The UID of the work item to create, or empty. */
    static String workitemUid(HttpServerRequest http) {
        return named(http, WORKITEM);
    }

    /** The Transaction UID, or empty. */
    static String transactionUid(HttpServerRequest http) {
        return named(http, TRANSACTION);
    }

    private static String named(HttpServerRequest http, List<String> names) {
        for (Map.Entry<String, String> each : http.params().entries()) {
            if (names.contains(each.getKey().toLowerCase(Locale.ROOT))) {
                return each.getValue().strip();
            }
            if (each.getValue().isEmpty() && DicomWeb.isUid(each.getKey())) {
                return each.getKey();
            }
        }
        return "";
    }
}
