/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** A DICOM service class user for loads. */
package org.isocenter.loadtest.dimse;
