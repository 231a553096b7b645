/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The character repertoires of PS3.3 C.12.1.1.2: bytes to text and back, with ISO 2022 code extensions (PS3.5 6.1). */
package org.isocenter.dicom.charset;
