/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import java.net.URI;

/**
 * Where the S3 store is.
 *
 * @param endpoint its address, http or https
 * @param accessKey who we are
 * @param secretKey the proof of it
 * @param region the region that requests are signed for
 */
public record S3Settings(URI endpoint, String accessKey, String secretKey, String region) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "S3Settings[" + endpoint + ", " + region + "]";
    }
}
