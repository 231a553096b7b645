/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The archive's ports as beans, opened as the configuration says. */
package org.isocenter.service.wiring;
