/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event;

import java.util.List;

/** Handles announcements of instances. */
@FunctionalInterface
public interface InstanceEvents {

    /**
     * Handles a batch, in the order of each study; an empty batch now and then gives an opportunity to do what is due.
     *
     * @return whether everything that was ever handed over is done with, so that its offsets may be committed
     */
    boolean handle(List<InstanceStored> batch);
}
