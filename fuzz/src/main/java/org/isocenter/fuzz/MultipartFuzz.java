/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.isocenter.service.multipart.BodyPart;
import org.isocenter.service.multipart.MultipartReader;

/** Bodies of multipart/related (RFC 2046 5.1); the boundary is BOUNDARY unless the first line is another. */
public final class MultipartFuzz {

    static final String BOUNDARY = "boundary";

    private MultipartFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Check.run(input, () -> {
            MultipartReader reader = new MultipartReader(new ByteArrayInputStream(input), boundary(input));
            for (Optional<BodyPart> part = reader.next(); part.isPresent(); part = reader.next()) {
                part.get().contentType();
                part.get().content().transferTo(OutputStream.nullOutputStream());
            }
        });
    }

    private static String boundary(byte[] input) {
        String text = new String(input, 0, Math.min(input.length, 80), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\r');
        return text.startsWith("--") && end > 2 ? text.substring(2, end) : BOUNDARY;
    }
}
