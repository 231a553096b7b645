/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Pictures and documents of stored instances for eyes (PS3.18 8.3.5, 10.4.1.1.3, 10.4.1.1.4); knows nothing of HTTP. */
package org.isocenter.retrieve.picture;
