/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.object.ObjectInfo;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.archive.object.ObjectUpload;

/** Another store whose commits take their time, as those of gigabytes do. */
final class SlowObjects implements ObjectStore {

    private final ObjectStore objects;
    private final Duration pause;
    volatile long committedNanos;

    SlowObjects(ObjectStore objects, Duration pause) {
        this.objects = objects;
        this.pause = pause;
    }

    @Override
    public ObjectUpload newUpload() {
        ObjectUpload upload = objects.newUpload();
        return new ObjectUpload() {
            @Override
            public void write(byte[] buffer, int offset, int length) {
                upload.write(buffer, offset, length);
            }

            @Override
            public void commit(ObjectLocation location) {
                try {
                    Thread.sleep(pause.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                upload.commit(location);
                committedNanos = System.nanoTime();
            }

            @Override
            public void close() {
                upload.close();
            }
        };
    }

    @Override
    public InputStream read(ObjectLocation location, long offset, long length) {
        return objects.read(location, offset, length);
    }

    @Override
    public Optional<Long> size(ObjectLocation location) {
        return objects.size(location);
    }

    @Override
    public void delete(ObjectLocation location) {
        objects.delete(location);
    }

    @Override
    public Stream<ObjectInfo> list(String bucket, String prefix) {
        return objects.list(bucket, prefix);
    }

    @Override
    public void check() {
        objects.check();
    }

    @Override
    public void close() {
        objects.close();
    }
}
