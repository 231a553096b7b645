/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Puts instances together from metadata and bulk data that came apart (PS3.18 10.5.2). */
package org.isocenter.ingest.assembly;
