/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.config;

import java.nio.file.Path;
import java.util.Optional;

import org.isocenter.archive.object.Durability;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where DICOM objects are kept. */
@ConfigMapping(prefix = "isocenter.objects")
public interface ObjectsConfig {

    /** {@code s3} for an S3 server, {@code file} for a folder of this machine. */
    @WithDefault("s3")
    Kind kind();

    /** Folder of the kind {@code file}. */
    @WithDefault("data/objects")
    Path directory();

    /** What a stored file survives: {@code power} (flushed to the disk) or {@code process} (left to the operating system). */
    @WithDefault("power")
    Durability durability();

    /** Folder where objects too long for memory wait on their way to S3. */
    @WithDefault("data/spool")
    Path spoolDirectory();

    /** Buckets are named by it: {@code isocenter-hot}, {@code isocenter-quarantine}. */
    @WithDefault("isocenter")
    String bucketPrefix();

    /** The S3 server, for the kind {@code s3}. */
    S3 s3();

    /** Kinds of object stores. */
    enum Kind {
        /** Files of this machine. */
        FILE,
        /** An S3 server. */
        S3
    }

    /** How the S3 server is reached. */
    interface S3 {

        /** URL of the server, such as {@code https://minio.example.org:9000}. */
        @WithDefault("http://127.0.0.1:9000")
        String endpoint();

        /** Access key. */
        Optional<String> accessKey();

        /** Secret key. */
        Optional<String> secretKey();

        /** Region that requests are signed for. */
        @WithDefault("us-east-1")
        String region();
    }
}
