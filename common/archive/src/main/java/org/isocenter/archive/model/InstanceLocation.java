/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

/**
 * Where the object of an instance lies, and as what: all that sending it needs.
 *
 * @param transferSyntaxUid how the object's data set is encoded
 * @param digest of the data set's bytes
 * @param datasetOffset bytes of the object before its data set
 * @param objectSize bytes of the whole object
 */
public record InstanceLocation(
        InstanceUids uids,
        String sopClassUid,
        String transferSyntaxUid,
        ObjectLocation location,
        Digest digest,
        long datasetOffset,
        long objectSize,
        InstanceState state) {}
