/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;

import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;

/** The writers of the Java runtime. */
final class ImageWriters {

    private ImageWriters() {}

    /** A new writer, to be disposed of. */
    static ImageWriter of(String format) throws RenderException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        if (!writers.hasNext()) {
            throw new RenderException(Reason.NOT_ENCODABLE, "the runtime has no writer of " + format);
        }
        return writers.next();
    }

    static RenderException failed(Exception cause) {
        return new RenderException(Reason.NOT_ENCODABLE, "a picture that could not be encoded", cause);
    }
}
