/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The data dictionary and the UID registry of PS3.6. */
package org.isocenter.dicom.dict;
