/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Work items, that is Unified Procedure Steps (PS3.4 CC): their states, the rules of their attributes, who is told of what, and
 * the port to where they are kept. Knows nothing of HTTP and DIMSE: every edge uses the same.
 */
package org.isocenter.archive.workitem;
