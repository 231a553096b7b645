/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.util.HashMap;
import java.util.Map;

/** Counts associations, in all and by calling AE title. Safe for concurrent use. */
final class AssociationLimits {
    private final int max;
    private final int maxPerAet;
    private final Map<String, Integer> byAet = new HashMap<>();
    private int total;

    /** @param maxPerAet 0 is unlimited */
    AssociationLimits(int max, int maxPerAet) {
        this.max = max;
        this.maxPerAet = maxPerAet;
    }

    synchronized boolean tryEnter(String callingAet) {
        int own = byAet.getOrDefault(callingAet, 0);
        if (total >= max || maxPerAet > 0 && own >= maxPerAet) {
            return false;
        }
        byAet.put(callingAet, own + 1);
        total++;
        return true;
    }

    synchronized void leave(String callingAet) {
        byAet.computeIfPresent(callingAet, (aet, own) -> own == 1 ? null : own - 1);
        total--;
    }
}
