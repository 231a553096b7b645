/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Instances and frames in the transfer syntax that they are wanted in. */
package org.isocenter.retrieve.transcode;
