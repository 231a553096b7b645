/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.transcode;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.send.BodyWriter;

/** A whole instance in another transfer syntax than it is kept in: file meta information and a data set that is made while it is sent. */
final class FileContent implements Content {

    private final InstanceObject instance;
    private final TransferSyntax syntax;
    private final Content dataset;

    FileContent(InstanceObject instance, TransferSyntax syntax, Content dataset) {
        this.instance = instance;
        this.syntax = syntax;
        this.dataset = dataset;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void prepare(Executor executor) {
        dataset.prepare(executor);
    }

    @Override
    public void close() {
        dataset.close();
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        byte[] header = FileMetaInformation.create(
                        instance.sopClassUid(), instance.uids().sopInstanceUid(), syntax.uid(), null)
                .encode();
        out.write(header, 0, header.length);
        dataset.writeTo(out);
    }
}
