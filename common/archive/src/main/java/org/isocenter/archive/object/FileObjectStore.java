/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.ObjectLocation;

/**
 * Objects as files under a directory: {@code directory/bucket/key}. For a single machine; the same keys as on S3, so that
 * moving to S3 is a copy. Safe for use by many threads.
 */
public final class FileObjectStore implements ObjectStore {

    private static final String TEMPORARY = ".incoming";

    private final Path directory;
    private final Durability durability;
    private final Directories directories;
    private final String names = UUID.randomUUID() + "-";
    private final AtomicLong uploads = new AtomicLong();

    /** Uses a directory, which is made if it is not there; files that an earlier process left half written are removed. */
    public FileObjectStore(Path directory, Durability durability) {
        this.directory = directory.toAbsolutePath().normalize();
        this.durability = durability;
        this.directories = new Directories(this.directory, durability);
        try {
            Files.createDirectories(temporary());
            removeLeftovers();
        } catch (IOException e) {
            throw FileFailure.of("the object directory cannot be used", e);
        }
    }

    private Path temporary() {
        return directory.resolve(TEMPORARY);
    }

    private void removeLeftovers() throws IOException {
        try (Stream<Path> leftovers = Files.list(temporary())) {
            for (Path each : (Iterable<Path>) leftovers::iterator) {
                Files.deleteIfExists(each);
            }
        }
    }

    @Override
    public ObjectUpload newUpload() {
        return new FileUpload(this, temporary());
    }

    /** The file of a location. A key that would lead out of its bucket is refused. */
    Path file(String bucket, String key) {
        Path root = root(bucket);
        Path file = resolve(root, key);
        if (!file.startsWith(root) || file.equals(root) || key.indexOf('\\') >= 0) {
            throw outside();
        }
        return file;
    }

    private Path root(String bucket) {
        Path root = resolve(directory, bucket);
        if (!directory.equals(root.getParent()) || root.equals(temporary())) {
            throw outside();
        }
        return root;
    }

    private static Path resolve(Path folder, String name) {
        try {
            return folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new ArchiveException(ErrorCode.BAD_REQUEST, "the key is no name of a file", e);
        }
    }

    private static ArchiveException outside() {
        return new ArchiveException(ErrorCode.BAD_REQUEST, "the key leads out of its bucket");
    }

    /** A name that no file has which is on its way in. */
    String newName() {
        return names + uploads.incrementAndGet();
    }

    Directories directories() {
        return directories;
    }

    Durability durability() {
        return durability;
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public InputStream read(ObjectLocation location, long offset, long length) {
        try {
            return new FileRange(file(location.bucket(), location.key()), offset, length);
        } catch (NoSuchFileException e) {
            throw new ArchiveException(ErrorCode.NOT_FOUND, "there is no such object", e);
        } catch (IOException e) {
            throw FileFailure.of("the object cannot be read", e);
        }
    }

    @Override
    public Optional<Long> size(ObjectLocation location) {
        try {
            Path file = file(location.bucket(), location.key());
            return Files.isDirectory(file) ? Optional.empty() : Optional.of(Files.size(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileFailure.of("the object cannot be read", e);
        }
    }

    @Override
    public void delete(ObjectLocation location) {
        try {
            Files.deleteIfExists(file(location.bucket(), location.key()));
        } catch (IOException e) {
            throw FileFailure.of("the object cannot be deleted", e);
        }
    }

    @Override
    public Stream<ObjectInfo> list(String bucket, String prefix) {
        Path root = root(bucket);
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try {
            // A prefix that names whole folders is walked from there; the walk itself is not sorted by every file
            // system.
            int slash = prefix.lastIndexOf('/');
            Path start = slash < 0 ? root : file(bucket, prefix.substring(0, slash));
            if (!Files.isDirectory(start)) {
                return Stream.empty();
            }
            return Files.walk(start, new FileVisitOption[0])
                    .filter(Files::isRegularFile)
                    .flatMap(each -> info(bucket, root, each))
                    .filter(each -> each.location().key().startsWith(prefix))
                    .sorted((a, b) -> a.location().key().compareTo(b.location().key()));
        } catch (IOException e) {
            throw FileFailure.of("the bucket cannot be listed", e);
        }
    }

    private static Stream<ObjectInfo> info(String bucket, Path root, Path file) {
        try {
            String key = root.relativize(file).toString().replace('\\', '/');
            return Stream.of(new ObjectInfo(new ObjectLocation(bucket, key), Files.size(file)));
        } catch (NoSuchFileException e) {
            return Stream.empty(); // deleted since
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Path> localFile(ObjectLocation location) {
        return Optional.of(file(location.bucket(), location.key()));
    }

    @Override
    public void check() {
        if (!Files.isWritable(temporary())) {
            throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "the object directory is not writable");
        }
    }

    @Override
    public void close() {
        // holds nothing open
    }
}
