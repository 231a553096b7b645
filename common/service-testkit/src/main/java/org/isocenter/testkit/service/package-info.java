/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** What the tests of all services share. */
package org.isocenter.testkit.service;
