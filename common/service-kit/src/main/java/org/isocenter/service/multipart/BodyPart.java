/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.multipart;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * One part of a multipart body that is being read.
 *
 * @param headers by lower-case name; of a repeated header the first
 * @param content the part's bytes straight from the underlying stream; ends at the part's boundary and is worth nothing
 *     once the next part has been asked for. Reading throws {@link MultipartException} when the body is truncated
 */
public record BodyPart(Map<String, String> headers, InputStream content) {

    /** The value of the header of the lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The Content-Type header, if there is one. */
    public Optional<String> contentType() {
        return header("content-type");
    }
}
