/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Attribute matching of PS3.4 C.2.2.2, the same for C-FIND and QIDO-RS. */
package org.isocenter.service.match;
