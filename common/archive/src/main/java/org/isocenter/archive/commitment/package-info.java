/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Storage commitment (PS3.4 J, PS3.18 13): what the archive answers for, whoever asks by whichever protocol. */
package org.isocenter.archive.commitment;
