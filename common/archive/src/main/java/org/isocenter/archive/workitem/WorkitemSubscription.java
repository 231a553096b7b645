/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Instant;

/**
 * What an AE said of one work item.
 *
 * @param aet who
 * @param isSubscribed whether it wants its event reports, or expressly does not
 * @param hasDeletionLock whether it wants the work item kept when it has ended
 * @param at when it said so
 */
public record WorkitemSubscription(String aet, boolean isSubscribed, boolean hasDeletionLock, Instant at) {}
