/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.io.InputStream;

import org.isocenter.dicom.io.TransferSyntax;

/**
 * A data set that was put together.
 *
 * @param transferSyntax how it is encoded
 * @param dataset its bytes, to be read once while the request's spool is open
 */
public record AssembledInstance(TransferSyntax transferSyntax, InputStream dataset) {}
