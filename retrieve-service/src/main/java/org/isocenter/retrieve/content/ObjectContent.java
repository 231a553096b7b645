/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.retrieve.send.BodyWriter;

/** A range of an object as it is kept: from the page cache where it is a local file, else by one ranged read. */
public final class ObjectContent implements Content {

    private final ObjectStore objects;
    private final ObjectLocation location;
    private final long offset;
    private final long length;
    private CompletableFuture<InputStream> prepared;

    /** The range of {@code length} bytes from {@code offset} of the object. */
    public ObjectContent(ObjectStore objects, ObjectLocation location, long offset, long length) {
        this.objects = objects;
        this.location = location;
        this.offset = offset;
        this.length = length;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(length);
    }

    @Override
    public Optional<Content> slice(long first, long sliceLength) {
        return Optional.of(new ObjectContent(objects, location, offset + first, sliceLength));
    }

    @Override
    public void prepare(Executor executor) {
        if (prepared == null && objects.localFile(location).isEmpty()) {
            prepared = CompletableFuture.supplyAsync(() -> objects.read(location, offset, length), executor);
        }
    }

    @Override
    public void writeTo(BodyWriter out) throws IOException {
        Optional<Path> file = prepared == null ? objects.localFile(location) : Optional.empty();
        if (file.isPresent()) {
            try {
                out.transfer(file.get(), offset, length);
            } catch (NoSuchFileException e) {
                throw new ArchiveException(ErrorCode.OBJECT_DAMAGED, "an object is missing", e);
            }
            return;
        }
        try (InputStream in = open()) {
            out.transfer(in, length);
        }
    }

    /** The range as a stream; what was prepared is used up. */
    public InputStream open() {
        if (prepared == null) {
            return objects.read(location, offset, length);
        }
        CompletableFuture<InputStream> ready = prepared;
        prepared = null;
        try {
            return ready.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ArchiveException known) {
                throw known;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        if (prepared != null) {
            prepared.thenAccept(ObjectContent::closeQuietly);
            prepared = null;
        }
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException ignored) {
            // nobody reads it any more
        }
    }
}
