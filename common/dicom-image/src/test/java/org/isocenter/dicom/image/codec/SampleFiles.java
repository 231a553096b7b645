/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.Part10Header;

/** The sample files beside the checkout, {@code ../shared/data} of its root. */
final class SampleFiles {
    static final String ABSENT = "no sample files at ../shared/data beside the checkout";

    private SampleFiles() {}

    static boolean present() {
        return directory().isPresent();
    }

    private static Optional<Path> directory() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolveSibling("shared").resolve("data").resolve("files");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static Path path(String name) {
        return directory().orElseThrow().resolve(name);
    }

    static ImageFile read(Path path) throws IOException {
        Part10Header header = Part10Header.read(new ByteArrayInputStream(Files.readAllBytes(path)));
        return new ImageFile(
                header.transferSyntax().uid(), DatasetReader.read(header.dataset(), header.transferSyntax()));
    }
}
