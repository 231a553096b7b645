/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The bytes of instances, frames and bulk values, from where they are kept. */
package org.isocenter.retrieve.content;
