/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.List;
import java.util.Locale;

/** The content codings that a client takes (RFC 9110 12.5.3). */
final class ContentCodings {

    private ContentCodings() {}

    /** Whether it takes gzip, by name or by asterisk; a client that says nothing is sent nothing compressed. */
    static boolean acceptsGzip(List<String> acceptEncoding) {
        boolean byAsterisk = false;
        for (String header : acceptEncoding) {
            for (String element : header.split(",")) {
                String[] pieces = element.toLowerCase(Locale.ROOT).split(";", 2);
                boolean isWanted = pieces.length < 2 || !pieces[1].strip().matches("q\\s*=\\s*0(\\.0*)?");
                switch (pieces[0].strip()) {
                    case "gzip", "x-gzip" -> {
                        return isWanted;
                    }
                    case "*" -> byAsterisk = isWanted;
                    default -> {
                        // a coding that we do not have
                    }
                }
            }
        }
        return byAsterisk;
    }
}
