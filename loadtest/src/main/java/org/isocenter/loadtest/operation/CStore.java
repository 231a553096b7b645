/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.io.IOException;

import org.isocenter.loadtest.data.Instance;
import org.isocenter.loadtest.dimse.DicomClient;

/**
 * C-STORE of one image after the other on an association.
 *
 * @param source of the images
 */
public record CStore(ImageSource source) implements Operation {

    @Override
    public String name() {
        return "C-STORE";
    }

    @Override
    public Service service() {
        return Service.STORE;
    }

    @Override
    public Session open(Target target) throws IOException {
        DicomClient client = DicomClient.forStore(target.host(), target.dicomPort(), target.aet());
        return new Session() {
            @Override
            public long run() throws IOException {
                Instance instance = source.next();
                client.store(instance.sopInstanceUid(), instance.dataset());
                return instance.length();
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }
}
