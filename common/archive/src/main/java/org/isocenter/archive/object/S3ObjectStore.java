/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.ObjectLocation;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Item;

import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Objects in any S3 store, by the MinIO SDK. Buckets are made when first written to. Safe for use by many threads. */
public final class S3ObjectStore implements ObjectStore {

    private static final int IDLE_CONNECTIONS = 64;
    /** More than are ever under way: one that had to wait for others would outlast its own limit of time. */
    private static final int REQUESTS = 4096;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** Leaves a second of the four that the port promises to a busy machine. */
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final OkHttpClient http;
    private final MinioClient client;
    private final String checkedBucket;
    private final Path spoolDirectory;
    private final Set<String> buckets = ConcurrentHashMap.newKeySet();

    /**
     * Uses a store.
     *
     * @param checkedBucket the bucket by which {@link #check} tells whether the store answers
     * @param spoolDirectory where bodies that are too long for memory wait until their digest, and so their key, is known
     */
    public S3ObjectStore(S3Settings settings, String checkedBucket, Path spoolDirectory) {
        this(settings, checkedBucket, spoolDirectory, ANSWER);
    }

    /** With another limit of time to an answer, and to each pause within one. */
    S3ObjectStore(S3Settings settings, String checkedBucket, Path spoolDirectory, Duration answer) {
        this.http = http(answer);
        this.checkedBucket = checkedBucket;
        this.spoolDirectory = spoolDirectory;
        client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .credentials(settings.accessKey(), settings.secretKey())
                .region(settings.region())
                .httpClient(http)
                .build();
    }

    private static OkHttpClient http(Duration answer) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(REQUESTS);
        dispatcher.setMaxRequestsPerHost(REQUESTS);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .connectTimeout(CONNECT)
                .readTimeout(answer)
                .writeTimeout(answer)
                .retryOnConnectionFailure(true)
                .build();
    }

    @Override
    public ObjectUpload newUpload() {
        return new S3Upload(this, new Spool(spoolDirectory));
    }

    MinioClient client() {
        return client;
    }

    void ensureBucket(String bucket) throws MinioException {
        if (!buckets.contains(bucket)) {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
            buckets.add(bucket);
        }
    }

    /** The bucket may have been removed since it was seen. */
    void forgetBucket(String bucket) {
        buckets.remove(bucket);
    }

    @Override
    public InputStream read(ObjectLocation location, long offset, long length) {
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        return new ExactLength(new ResumedRange((from, count) -> range(location, from, count), offset, length), length);
    }

    private InputStream range(ObjectLocation location, long offset, long length) {
        try {
            return client.getObject(GetObjectArgs.builder()
                    .bucket(location.bucket())
                    .object(location.key())
                    .offset(offset)
                    .length(length)
                    .build());
        } catch (MinioException | IllegalStateException e) {
            throw S3Failure.of("the object cannot be read", e);
        }
    }

    @Override
    public Optional<Long> size(ObjectLocation location) {
        try {
            return Optional.of(client.statObject(StatObjectArgs.builder()
                            .bucket(location.bucket())
                            .object(location.key())
                            .build())
                    .size());
        } catch (MinioException | IllegalStateException e) {
            ArchiveException failure = S3Failure.of("the object cannot be read", e);
            if (failure.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public void delete(ObjectLocation location) {
        try {
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(location.bucket())
                    .object(location.key())
                    .build());
        } catch (MinioException | IllegalStateException e) {
            ArchiveException failure = S3Failure.of("the object cannot be deleted", e);
            if (failure.code() != ErrorCode.NOT_FOUND) {
                throw failure;
            }
        }
    }

    @Override
    public Stream<ObjectInfo> list(String bucket, String prefix) {
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                return Stream.empty();
            }
        } catch (MinioException | IllegalStateException e) {
            throw S3Failure.of("the bucket cannot be listed", e);
        }
        Iterable<Result<Item>> items = client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .build());
        return StreamSupport.stream(items.spliterator(), false).map(each -> info(bucket, each));
    }

    private static ObjectInfo info(String bucket, Result<Item> result) {
        try {
            Item item = result.get();
            return new ObjectInfo(new ObjectLocation(bucket, item.objectName()), item.size());
        } catch (MinioException | IllegalStateException e) {
            throw S3Failure.of("the bucket cannot be listed", e);
        }
    }

    @Override
    public void check() {
        try {
            client.bucketExists(BucketExistsArgs.builder().bucket(checkedBucket).build());
        } catch (MinioException | IllegalStateException e) {
            throw S3Failure.of("the object store does not answer", e);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
