/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Targets of a coverage-guided fuzzer, one for each kind of bytes that strangers send. Each takes any bytes, and throws only for
 * what is a defect; the refusals of the code under test are caught.
 */
package org.isocenter.fuzz;
