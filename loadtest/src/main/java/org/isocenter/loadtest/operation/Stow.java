/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.isocenter.loadtest.data.Instance;
import org.isocenter.loadtest.http.HttpConnection;
import org.isocenter.loadtest.http.HttpResult;

/**
 * STOW-RS of one image a request on a kept connection.
 *
 * @param source of the images
 */
public record Stow(ImageSource source) implements Operation {

    private static final byte[] OPEN =
            "--isocenter-benchmark\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "\r\n--isocenter-benchmark--\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String CONTENT_TYPE =
            "multipart/related; type=\"application/dicom\"; boundary=isocenter-benchmark";

    @Override
    public String name() {
        return "STOW-RS";
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
                Instance instance = source.next();
                HttpResult result = connection.post(
                        path,
                        CONTENT_TYPE,
                        "application/dicom+json",
                        OPEN,
                        instance.fileHeader(),
                        instance.head(),
                        instance.pixels(),
                        CLOSE);
                if (result.status() != 200) {
                    throw new IOException(target.name() + " answered " + result.status() + " to STOW-RS");
                }
                return instance.length();
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }
}
