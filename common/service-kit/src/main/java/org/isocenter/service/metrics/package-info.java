/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Meters that all services share; their labels are bounded and name no patient, study or peer. */
package org.isocenter.service.metrics;
