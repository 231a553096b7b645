/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.isocenter.loadtest.data.Instance;
import org.isocenter.loadtest.peer.Folders;

/**
 * DCMTK's {@code storescu} as it is delivered, with Nagle's algorithm on, over a folder of images. A request is the whole folder,
 * the start of the program included.
 *
 * @param source of the images
 * @param items images of a folder
 */
public record Storescu(ImageSource source, int items) implements Operation {

    @Override
    public String name() {
        return "storescu (Nagle on)";
    }

    @Override
    public Service service() {
        return Service.STORE;
    }

    @Override
    public int maxRuns() {
        return 1;
    }

    @Override
    public Session open(Target target) throws IOException {
        Path folder = Files.createTempDirectory("isocenter-storescu");
        long bytes = 0;
        for (int i = 0; i < items; i++) {
            Instance instance = source.next();
            bytes += instance.length();
            try (OutputStream out = Files.newOutputStream(folder.resolve(i + ".dcm"))) {
                out.write(instance.fileHeader());
                out.write(instance.head());
                out.write(instance.pixels());
            }
        }
        return new Folder(target, folder, bytes);
    }

    private record Folder(Target target, Path path, long bytes) implements Session {

        @Override
        public long run() throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(
                    "storescu",
                    "+sd",
                    "-aec",
                    target.aet(),
                    target.host(),
                    Integer.toString(target.dicomPort()),
                    path.toString());
            builder.environment().remove("TCP_NODELAY");
            Process process = builder.inheritIO().start();
            try {
                if (process.waitFor() != 0) {
                    throw new IOException("storescu failed with " + process.exitValue());
                }
            } finally {
                process.destroy();
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            Folders.delete(path);
        }
    }
}
