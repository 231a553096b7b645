/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.Optional;

/**
 * That an operation succeeded.
 *
 * @param uid the work item
 * @param warning what the client is to know, if anything
 */
public record UpdateResult(String uid, Optional<WorkitemStatus> warning) {}
