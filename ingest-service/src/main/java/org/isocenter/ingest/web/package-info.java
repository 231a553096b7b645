/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What answers over HTTP have in common. */
package org.isocenter.ingest.web;
