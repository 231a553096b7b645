/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Configuration of the services: typed, with units, all under {@code isocenter.} */
package org.isocenter.service.config;
