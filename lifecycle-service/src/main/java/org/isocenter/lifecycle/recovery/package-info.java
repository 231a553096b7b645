/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What is made good after a crash. */
package org.isocenter.lifecycle.recovery;
