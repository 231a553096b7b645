/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The worklist service UPS-RS (PS3.18 11) over the work items of the archive. */
package org.isocenter.lifecycle.workitem;
