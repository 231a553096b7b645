/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The native DICOM model in XML (PS3.19 A.1), both ways. */
package org.isocenter.dicom.xml;
