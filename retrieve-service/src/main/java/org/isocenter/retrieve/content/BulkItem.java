/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import org.isocenter.dicom.io.TransferSyntax;

/**
 * A bulk value, or a frame of one that is encapsulated (PS3.18 8.7.3.3).
 *
 * @param location its address
 * @param syntax the stored transfer syntax of what is encapsulated, else explicit VR little endian
 * @param content its bytes
 */
public record BulkItem(String location, TransferSyntax syntax, Content content) {}
