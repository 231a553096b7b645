/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long work items are kept, and the limits of what is asked of them. */
@ConfigMapping(prefix = "isocenter.workitems")
public interface WorkitemsConfig {

    /** How long a work item is kept after it was completed or canceled, unless somebody holds a deletion lock. */
    @WithDefault("7d")
    Duration retention();

    /** How long a deleted work item is answered 410 instead of 404, and its UID is not taken again. */
    @WithDefault("30d")
    Duration rememberDeleted();

    /** How often each replica looks for what is to be deleted. */
    @WithDefault("1h")
    Duration expiryInterval();

    /** Results of one search at most; a client may ask for fewer. */
    @WithDefault("1000")
    int maxResults();

    /** Work items that one search, or the start of a filtered subscription, may look at. */
    @WithDefault("20000")
    int maxLookedAt();

    /** Open event channels of one replica at most. */
    @WithDefault("1000")
    int maxChannels();
}
