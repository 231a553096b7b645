/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.util.Optional;

/**
 * What the headers of a compressed image say.
 *
 * @param rows of the image
 * @param columns of the image
 * @param samplesPerPixel components
 * @param bitsStored of a sample
 * @param signed whether samples are
 * @param photometricInterpretation what components mean, as far as the codestream tells
 * @param transferSyntaxUid of which such a codestream is; empty if there is none
 */
record CodestreamFacts(
        int rows,
        int columns,
        int samplesPerPixel,
        int bitsStored,
        boolean signed,
        String photometricInterpretation,
        Optional<String> transferSyntaxUid) {

    /** Headers that are longer than this are not looked at; profiles of colours may stand before the frame. */
    static final int HEAD = 1 << 20;

    /**
     * Reads the headers.
     *
     * @param head the first bytes, up to {@link #HEAD}
     * @return empty if they are none of JPEG, JPEG-LS or JPEG 2000
     */
    static Optional<CodestreamFacts> of(byte[] head) {
        return JpegFacts.read(head).or(() -> Jpeg2000Facts.read(head));
    }
}
