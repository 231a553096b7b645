/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** WADO-RS (PS3.18 10.4) and WADO-URI (PS3.18 9). */
package org.isocenter.retrieve.http;
