/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Directories of file-sets (PS3.3 annex F, PS3.10 8): the file DICOMDIR. */
package org.isocenter.retrieve.dicomdir;
