/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The upper layer: the state machine of PS3.8 9.2 over a TCP or TLS connection, and P-DATA as streams. */
package org.isocenter.dicom.net.ul;
