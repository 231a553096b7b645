/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;

/** Stores a CT slice of 512 KiB per request (STOW-RS); each time another one. */
final class StowPost implements Operation {

    private static final String BOUNDARY = "isocenter-benchmark";
    private static final int SLICES = 100;

    private final HttpClient client;
    private final long seed;
    private final AtomicInteger next = new AtomicInteger();

    StowPost(HttpClient client, long seed) {
        this.client = client;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "STOW-RS 512 KiB CT";
    }

    @Override
    public long run(Target target) throws IOException, InterruptedException {
        byte[] file = file(next.getAndIncrement());
        ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + 256);
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(target.at("/studies"))
                .header("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY)
                .header("Accept", "application/dicom+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException(target.name() + " answered " + status + " to a store");
        }
        return file.length;
    }

    /** The slice of the number as a DICOM file; a hundred slices are a study. */
    byte[] file(int number) {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CT, seed + number / SLICES)
                .withSlices(SLICES)
                .withSize(512, 512);
        Attributes attributes = study.instance(0, number % SLICES);
        byte[] meta = FileMetaInformation.create(
                        attributes.getString(Tag.SOPClassUID),
                        attributes.getString(Tag.SOPInstanceUID),
                        UID.ExplicitVRLittleEndian,
                        "BENCHMARK")
                .encode();
        byte[] dataset = DatasetWriter.toBytes(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] file = new byte[meta.length + dataset.length];
        System.arraycopy(meta, 0, file, 0, meta.length);
        System.arraycopy(dataset, 0, file, meta.length, dataset.length);
        return file;
    }
}
