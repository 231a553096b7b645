/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The domain: instances, series, studies, patients and where their objects lie. */
package org.isocenter.archive.model;
