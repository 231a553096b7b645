/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.isocenter.archive.model.ObjectLocation;

/**
 * A file on its way in: written under a temporary name, given its name, flushed. The name comes before the flush so that one
 * flush of the journal makes both durable; nobody looks for the object before its row is written, which is after both. That
 * holds for a new object only, and linking tells: it never replaces. An object that is there already may have been
 * acknowledged, so it is replaced by what has been flushed before.
 */
final class FileUpload implements ObjectUpload {

    private final FileObjectStore store;
    private final Path temporary;
    private final FileChannel channel;
    private boolean committed;

    FileUpload(FileObjectStore store, Path folder) {
        this.store = store;
        this.temporary = folder.resolve(store.newName());
        try {
            channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw FileFailure.of("an object cannot be written", e);
        }
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(buffer, offset, length);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw FileFailure.of("an object cannot be written", e);
        }
    }

    @Override
    public void commit(ObjectLocation location) {
        Path file = store.file(location.bucket(), location.key());
        Path directory = file.getParent();
        try {
            store.directories().make(directory);
            try {
                name(file);
            } catch (NoSuchFileException e) {
                // the directory was remembered but has been removed since
                store.directories().forget(directory);
                store.directories().make(directory);
                name(file);
            }
            flush();
            store.directories().flush(directory);
            channel.close();
            committed = true;
        } catch (IOException e) {
            throw FileFailure.of("an object cannot be written", e);
        }
    }

    private void name(Path file) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // the object is there already, or the file system has no hard links
            flush();
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(temporary);
    }

    private void flush() throws IOException {
        if (store.durability() == Durability.POWER) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (!committed) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw FileFailure.of("a temporary file cannot be removed", e);
        }
    }
}
