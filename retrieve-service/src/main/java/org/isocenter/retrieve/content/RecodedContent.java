/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.io.DatasetTranscoder;
import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.send.BodyWriter;

/** A whole instance in another native transfer syntax than it is kept in, made while it is sent. */
final class RecodedContent implements Content {

    private final ObjectStore objects;
    private final InstanceObject instance;
    private final TransferSyntax syntax;

    RecodedContent(ObjectStore objects, InstanceObject instance, TransferSyntax syntax) {
        this.objects = objects;
        this.instance = instance;
        this.syntax = syntax;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        byte[] header = FileMetaInformation.create(
                        instance.sopClassUid(), instance.uids().sopInstanceUid(), syntax.uid(), null)
                .encode();
        out.write(header, 0, header.length);
        try (InputStream dataset =
                objects.read(instance.location(), instance.datasetOffset(), instance.datasetLength())) {
            DatasetTranscoder.transcode(dataset, instance.transferSyntax(), syntax, out);
        }
    }
}
