/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Sockets whose bytes can be thrown away cheaply, under the HTTP and the DICOM client. */
package org.isocenter.loadtest.socket;
