/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The port to the event bus and its Kafka adapter. */
package org.isocenter.archive.event;
