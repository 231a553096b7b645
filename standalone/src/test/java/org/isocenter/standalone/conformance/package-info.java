/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Holds the conformance statement (docs/conformance) against what the code supports. */
package org.isocenter.standalone.conformance;
