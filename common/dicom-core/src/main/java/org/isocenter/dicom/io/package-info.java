/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Reading and writing data sets and files (PS3.5, PS3.10). */
package org.isocenter.dicom.io;
