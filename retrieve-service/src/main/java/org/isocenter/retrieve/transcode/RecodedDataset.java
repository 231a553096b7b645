/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.transcode;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.io.DatasetTranscoder;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.content.ObjectContent;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.send.BodyWriter;

/** A data set in another native transfer syntax than it is kept in, made while it is sent. */
final class RecodedDataset implements Content {

    private final TransferSyntax stored;
    private final TransferSyntax syntax;
    private final ObjectContent object;

    RecodedDataset(ObjectStore objects, InstanceObject instance, TransferSyntax syntax) {
        this.stored = instance.transferSyntax();
        this.syntax = syntax;
        this.object =
                new ObjectContent(objects, instance.location(), instance.datasetOffset(), instance.datasetLength());
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void prepare(Executor executor) {
        object.prepare(executor);
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        try (InputStream dataset = object.open()) {
            DatasetTranscoder.transcode(dataset, stored, syntax, out);
        }
    }

    @Override
    public void close() {
        object.close();
    }
}
