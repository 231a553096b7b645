/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle;

import org.isocenter.testkit.service.EnginesProfile;

/** The lifecycle service on real engines. */
public class LifecycleOnEngines extends EnginesProfile {

    /** In a keyspace, topics and buckets of its own. */
    public LifecycleOnEngines() {
        super("lifecycle");
    }
}
