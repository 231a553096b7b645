/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Finds the instances that a request names. */
package org.isocenter.retrieve.find;
