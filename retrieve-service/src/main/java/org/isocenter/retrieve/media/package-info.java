/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What representation of an instance or a frame a client takes (PS3.18 8.7). */
package org.isocenter.retrieve.media;
