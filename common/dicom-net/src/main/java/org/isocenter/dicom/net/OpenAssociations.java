/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.isocenter.dicom.net.pdu.Abort;

/** The associations of a server that have not ended. Safe for concurrent use. */
final class OpenAssociations {
    private static final long LOOK_MILLIS = 20;

    private final Set<AssociationCore> open = ConcurrentHashMap.newKeySet();

    void add(AssociationCore core) {
        open.add(core);
    }

    void remove(AssociationCore core) {
        open.remove(core);
    }

    int size() {
        return open.size();
    }

    List<Association> list() {
        return open.stream().map(AssociationCore::association).toList();
    }

    void abortAll() {
        open.forEach(core -> core.abort(Abort.BY_USER));
    }

    /** Waits for all to end; those that stay without a request for a while are ended. */
    boolean awaitEnd(Duration timeout, Duration idle) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!open.isEmpty() && System.nanoTime() - deadline < 0) {
            for (AssociationCore core : open) {
                if (core.isIdleFor(idle)) {
                    core.abort(Abort.BY_USER);
                }
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return open.isEmpty();
    }
}
