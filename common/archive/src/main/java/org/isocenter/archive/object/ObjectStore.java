/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.isocenter.archive.model.ObjectLocation;

/**
 * The port to object storage: immutable objects under keys. Safe for use by many threads. Every method throws
 * {@link org.isocenter.archive.error.ArchiveException}: NOT_FOUND, STORAGE_FULL, or STORAGE_UNAVAILABLE within four seconds.
 */
public interface ObjectStore extends AutoCloseable {

    /** Begins an object; where it will lie is said at its end. */
    ObjectUpload newUpload();

    /** Reads a range; the stream ends early only by an exception. To be closed by the caller. */
    InputStream read(ObjectLocation location, long offset, long length);

    /** The size in bytes, or empty if there is no such object. */
    Optional<Long> size(ObjectLocation location);

    /** Deletes the object; it is no error if there is none. */
    void delete(ObjectLocation location);

    /** The objects of which the key begins with the prefix, by key. To be closed by the caller. */
    Stream<ObjectInfo> list(String bucket, String prefix);

    /**
     * Whether what is written goes to a disk of this machine: then it may be begun while it is not known yet whether it is needed. Else it
     * waits in memory.
     */
    default boolean isLocal() {
        return false;
    }

    /** The object as a file of this machine, when it is one: then it can be sent from the page cache. */
    default Optional<Path> localFile(ObjectLocation location) {
        return Optional.empty();
    }

    /** Throws if the store could not take an object now. */
    void check();

    @Override
    void close();
}
