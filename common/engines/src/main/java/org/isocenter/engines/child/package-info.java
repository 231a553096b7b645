/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What runs in the process of an engine; needs nothing but the JDK. */
package org.isocenter.engines.child;
