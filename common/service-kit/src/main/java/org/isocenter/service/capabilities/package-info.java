/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The Capabilities Description of the archive (PS3.18 8.9 and H): what OPTIONS answers. */
package org.isocenter.service.capabilities;
