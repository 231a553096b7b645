/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Storage commitment over DICOMweb (PS3.18 13). */
package org.isocenter.ingest.commitment;
