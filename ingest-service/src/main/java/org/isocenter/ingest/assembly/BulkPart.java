/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.util.Optional;

import org.isocenter.service.http.MediaRange;

/**
 * Bulk data that came as one part of a body.
 *
 * @param mediaType what the part says that it is, if it does
 */
record BulkPart(Optional<MediaRange> mediaType, BulkRange range) {

    long length() {
        return range.length();
    }

    /** Type and subtype; {@code application/octet-stream} if nothing was said. */
    String essence() {
        return mediaType.map(MediaRange::essence).orElse("application/octet-stream");
    }

    /** The parameter {@code transfer-syntax} (PS3.18 8.7.3.5.2), if there is one that names one. */
    Optional<String> transferSyntax() {
        return mediaType
                .flatMap(type -> type.parameter("transfer-syntax"))
                .map(String::strip)
                .filter(uid -> !uid.isEmpty() && !uid.equals("*"));
    }

    /** Whether it is an image or a video, and not just bytes. */
    boolean isPicture() {
        return essence().startsWith("image/") || essence().startsWith("video/");
    }
}
