/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.loadtest.data.Instance;
import org.isocenter.loadtest.http.HttpConnection;
import org.isocenter.loadtest.http.HttpResult;

/**
 * STOW-RS on a kept connection.
 *
 * @param source of the images
 * @param images in a request
 */
public record Stow(ImageSource source, int images) implements Operation {

    private static final byte[] OPEN =
            "\r\n--isocenter-benchmark\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "\r\n--isocenter-benchmark--\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String CONTENT_TYPE =
            "multipart/related; type=\"application/dicom\"; boundary=isocenter-benchmark";

    @Override
    public String name() {
        return images == 1 ? "STOW-RS" : "STOW-RS of " + images;
    }

    @Override
    public int items() {
        return images;
    }

    @Override
    public Service service() {
        return Service.WEB;
    }

    @Override
    public Session open(Target target) {
        HttpConnection connection = new HttpConnection(target.web());
        String path = target.web().getPath() + "/studies";
        return new Session() {
            @Override
            public long run() throws IOException {
                List<byte[]> parts = new ArrayList<>(4 * images + 1);
                long length = 0;
                for (int i = 0; i < images; i++) {
                    Instance instance = source.next();
                    parts.addAll(List.of(OPEN, instance.fileHeader(), instance.head(), instance.pixels()));
                    length += instance.length();
                }
                parts.add(CLOSE);
                HttpResult result =
                        connection.post(path, CONTENT_TYPE, "application/dicom+json", parts.toArray(byte[][]::new));
                if (result.status() != 200) {
                    throw new IOException(target.name() + " answered " + result.status() + " to " + name());
                }
                return length;
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }
}
