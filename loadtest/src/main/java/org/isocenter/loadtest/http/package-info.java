/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** An HTTP/1.1 client for loads. */
package org.isocenter.loadtest.http;
