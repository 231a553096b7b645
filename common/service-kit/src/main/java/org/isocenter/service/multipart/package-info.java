/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Streaming multipart/related bodies (RFC 2046, RFC 2387), read and written part by part. */
package org.isocenter.service.multipart;
