/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Readiness of the engines that a service stands on. */
package org.isocenter.service.health;
