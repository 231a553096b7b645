/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Events in Kafka, as CloudEvents. */
package org.isocenter.archive.event.kafka;
