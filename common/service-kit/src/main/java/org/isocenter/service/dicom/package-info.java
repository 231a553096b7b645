/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The DICOM port of a service: one server for every DIMSE service found, who may call it, C-ECHO. */
package org.isocenter.service.dicom;
