/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import java.util.Locale;
import java.util.Optional;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.NativeCode;

/** OpenJPEG, loaded when it is first asked for. Thread-safe. */
final class OpenJpegLibrary {

    private final OpenJpeg functions;
    private final CodestreamException failure;

    private static final class Holder {
        static final OpenJpegLibrary LOADED = new OpenJpegLibrary();
    }

    private OpenJpegLibrary() {
        OpenJpeg loaded = null;
        CodestreamException cause = null;
        try {
            loaded = load();
        } catch (CodestreamException e) {
            cause = e;
        }
        functions = loaded;
        failure = cause;
    }

    /** Leptonica's library has a whole OpenJPEG inside and exports its functions. */
    private static OpenJpeg load() throws CodestreamException {
        Optional<String> platform = NativeCode.platform();
        if (platform.isEmpty()) {
            throw new CodestreamException("no OpenJPEG for this platform");
        }
        return NativeCode.fromClassPath(
                "/org/bytedeco/leptonica/" + platform.get() + "/libleptonica.so.6",
                OpenJpegLibrary::nameOf,
                OpenJpeg.class);
    }

    private static String nameOf(String method) {
        return "opj_" + method.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /**
     * Its functions.
     *
     * @throws CodestreamException if there is none for this platform, or it cannot be loaded
     */
    static OpenJpeg functions() throws CodestreamException {
        OpenJpegLibrary library = Holder.LOADED;
        if (library.functions == null) {
            throw new CodestreamException("JPEG 2000 needs a native library that is not there", library.failure);
        }
        return library.functions;
    }
}
