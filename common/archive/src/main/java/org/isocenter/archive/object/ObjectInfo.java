/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import org.isocenter.archive.model.ObjectLocation;

/** An object that a listing shows. */
public record ObjectInfo(ObjectLocation location, long size) {}
