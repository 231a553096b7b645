/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.time.Instant;

/**
 * Content of an instance: what one store wrote.
 *
 * @param location its object
 * @param storedAt when it was acknowledged
 * @param writtenAt the time of its write in the metadata store, microseconds: a deletion as of this time takes nothing that is
 *     written later
 */
public record KeptContent(ObjectLocation location, Instant storedAt, long writtenAt) {}
