/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Decoded pixels of stored instances, within a bound of memory; knows nothing of HTTP. */
package org.isocenter.retrieve.pixels;
