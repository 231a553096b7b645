/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The front of a cluster: a process that passes DICOM associations and HTTP requests to the replicas of the services. It keeps no
 * state and understands no more of them than it needs to choose.
 */
package org.isocenter.front;
