/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import org.isocenter.loadtest.socket.ConnectOptions;

/**
 * Where an archive speaks DICOM, and who calls it.
 *
 * @param host of the archive
 * @param port of the archive
 * @param calledAet the archive
 * @param callingAet this side
 * @param options of the connection
 */
public record DicomAddress(String host, int port, String calledAet, String callingAet, ConnectOptions options) {}
