/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The projector: what arrived, summed up per study. */
package org.isocenter.lifecycle.projector;
