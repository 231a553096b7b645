/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What C-GET and C-MOVE (PS3.4 C.4.2, C.4.3) have in common: which instances are meant, and how sub-operations are counted. */
package org.isocenter.retrieve.dimse;
