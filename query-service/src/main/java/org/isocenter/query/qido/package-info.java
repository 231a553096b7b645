/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** QIDO-RS (PS3.18 10.6). */
package org.isocenter.query.qido;
