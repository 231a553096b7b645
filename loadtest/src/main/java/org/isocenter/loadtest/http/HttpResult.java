/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.http;

/**
 * The answer to a request, without its body.
 *
 * @param status of the answer
 * @param bodyLength bytes of the body, without the framing of chunks
 */
public record HttpResult(int status, long bodyLength) {}
