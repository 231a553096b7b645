/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What every HTTP edge shares: media types and their negotiation, problem responses, the base URL of links. */
package org.isocenter.service.http;
