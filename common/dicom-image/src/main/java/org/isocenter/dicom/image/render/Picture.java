/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A rendered frame.
 *
 * @param image of 8 bits, grey or in colour
 * @param iccProfile what goes with it into the encoding
 * @param quality of a lossy encoding, 1 to 100
 */
public record Picture(BufferedImage image, Optional<byte[]> iccProfile, int quality) {

    /** Columns. */
    public int width() {
        return image.getWidth();
    }

    /** Rows. */
    public int height() {
        return image.getHeight();
    }

    /** Whether it has no colours. */
    public boolean isGrey() {
        return image.getType() == BufferedImage.TYPE_BYTE_GRAY;
    }
}
