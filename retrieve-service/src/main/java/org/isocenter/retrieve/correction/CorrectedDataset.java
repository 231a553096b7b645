/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.correction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.io.DatasetTranscoder;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.send.BodyWriter;

/**
 * A data set with its corrections, in the transfer syntax that it is kept in or in another native one. What its row has of it is
 * encoded anew; long values, pixel data among them, go out of the object as they lie there.
 */
public final class CorrectedDataset implements Content {

    private static final int BUFFER = 64 * 1024;

    private final ObjectStore objects;
    private final InstanceObject instance;
    private final Supplier<StoredInstance> row;
    private final TransferSyntax syntax;
    private CompletableFuture<DatasetPieces> prepared;

    /**
     * Of an instance with corrections.
     *
     * @param row reads its row; blocks
     * @param syntax one that {@link DatasetTranscoder} can give it in
     */
    public CorrectedDataset(
            ObjectStore objects, InstanceObject instance, Supplier<StoredInstance> row, TransferSyntax syntax) {
        this.objects = objects;
        this.instance = instance;
        this.row = row;
        this.syntax = syntax;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void prepare(Executor executor) {
        if (prepared == null) {
            prepared = CompletableFuture.supplyAsync(this::pieces, executor);
        }
    }

    private DatasetPieces pieces() {
        StoredInstance stored = row.get();
        if (!stored.digest().equals(instance.digest())) {
            throw new IllegalStateException("an instance was replaced while it was being sent");
        }
        return DatasetPieces.of(objects, stored, instance.corrections().apply(stored.decodeAttributes()));
    }

    private DatasetPieces takePieces() {
        if (prepared == null) {
            return pieces();
        }
        try {
            return prepared.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ArchiveException known) {
                throw known;
            }
            throw e;
        }
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        DatasetPieces pieces = takePieces();
        TransferSyntax stored = instance.transferSyntax();
        boolean isKept = syntax.equals(stored);
        if (isKept && !stored.deflated()) {
            pieces.writeTo(out);
            return;
        }
        try (InputStream dataset = pieces.open()) {
            if (isKept) {
                deflate(dataset, out);
            } else {
                DatasetTranscoder.transcode(dataset, pieces.syntax(), syntax, out);
            }
        }
    }

    private static void deflate(InputStream dataset, OutputStream out) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, BUFFER);
            dataset.transferTo(deflated);
            deflated.finish();
            if ((deflater.getBytesWritten() & 1) != 0) {
                out.write(0); // PS3.5 A.5: padded to an even length
            }
        } finally {
            deflater.end();
        }
    }
}
