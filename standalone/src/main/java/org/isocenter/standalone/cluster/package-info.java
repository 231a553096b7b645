/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * A cluster on one machine: each service, each Cassandra node and each Kafka broker as a process of its own, which can be stopped,
 * killed, paused and started by its name.
 */
package org.isocenter.standalone.cluster;
