/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegxl;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.NativeCode;

/** libjxl, loaded when it is first asked for. Thread-safe. */
final class JpegXlLibrary {

    private final JpegXl functions;
    private final CodestreamException failure;

    private static final class Holder {
        static final JpegXlLibrary LOADED = new JpegXlLibrary();
    }

    private JpegXlLibrary() {
        JpegXl loaded = null;
        CodestreamException cause = null;
        try {
            loaded = NativeCode.load("jxl", JpegXlLibrary::nameOf, JpegXl.class);
        } catch (CodestreamException e) {
            cause = e;
        }
        functions = loaded;
        failure = cause;
    }

    private static String nameOf(String method) {
        return "JxlDecoder" + Character.toUpperCase(method.charAt(0)) + method.substring(1);
    }

    static boolean present() {
        return Holder.LOADED.functions != null;
    }

    /**
     * Its functions.
     *
     * @throws CodestreamException if the operating system has none
     */
    static JpegXl functions() throws CodestreamException {
        JpegXlLibrary library = Holder.LOADED;
        if (library.functions == null) {
            throw new CodestreamException("JPEG XL needs the operating system's libjxl", library.failure);
        }
        return library.functions;
    }
}
