/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** C-FIND of the query/retrieve service class (PS3.4 C): identifiers in, matches out. */
package org.isocenter.query.find;
