/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.metadata;

import java.time.Instant;
import java.util.Optional;

/**
 * A transaction of storage commitment as it is kept.
 *
 * @param transactionUid Transaction UID (0008,1195)
 * @param requestedAt when it was asked for first, to the millisecond
 * @param request the references, explicit VR little endian
 * @param result the result, explicit VR little endian; empty while there is none, and when it is no longer kept
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Commitment(String transactionUid, Instant requestedAt, byte[] request, Optional<byte[]> result) {}
