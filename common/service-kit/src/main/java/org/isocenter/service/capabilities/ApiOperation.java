/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.capabilities;

import java.util.List;
import java.util.Map;

/**
 * A method of a resource.
 *
 * @param method of HTTP
 * @param id the name of the transaction
 * @param title a sentence that says what it does
 * @param parameters of the query and the header
 * @param requestTypes media types of the request's body; none if there is no body
 * @param responses media types of answers by their status
 */
record ApiOperation(
        String method,
        String id,
        String title,
        List<ApiParameter> parameters,
        List<String> requestTypes,
        Map<String, List<String>> responses) {}
