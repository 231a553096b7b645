/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

/**
 * Threads that read and perform the requests of an association: one, and as many more as the asynchronous operations
 * window lets requests overlap, each started when it is first wanted.
 */
final class Workers {
    private final MessagePump pump;
    private final int limit;
    private final long idleMillis;
    private final String name;
    private final Runnable onEnd;
    private int running;
    private int working;
    private boolean foreground;

    /** @param onEnd called by the last worker when there is nothing more to read */
    Workers(MessagePump pump, int limit, long idleMillis, String name, Runnable onEnd) {
        this.pump = pump;
        this.limit = limit;
        this.idleMillis = idleMillis;
        this.name = name;
        this.onEnd = onEnd;
    }

    /** Works on the current thread, and waits for the other workers, until the association's end. */
    void run() {
        enter();
        loop();
        awaitOthers();
        onEnd.run();
    }

    /** Has a thread read, unless one does already. */
    void ensureReader() {
        // one more than may perform, to read responses while all of those do
        start(limit + 1);
    }

    /** Has another thread read, if requests may overlap and all threads are performing. */
    void ensureSpare() {
        if (limit > 1) {
            start(limit);
        }
    }

    private void start(int most) {
        if (tryEnter(most)) {
            AssociationThreads.start(name, this::loop);
        }
    }

    /** Whether no worker is there that would end the association. */
    synchronized boolean isNone() {
        return running == 0 && !foreground;
    }

    private synchronized void enter() {
        foreground = true;
        running++;
    }

    private synchronized boolean tryEnter(int most) {
        if (running - working > 0 || running >= most) {
            return false;
        }
        running++;
        return true;
    }

    /** To be called around the performing of a request, by whichever thread performs it. */
    synchronized void begin() {
        working++;
    }

    synchronized void end() {
        working--;
    }

    /** Whether the one that leaves is to end the association. */
    private synchronized boolean leave() {
        running--;
        notifyAll();
        return running == 0 && !foreground;
    }

    private synchronized void awaitOthers() {
        boolean interrupted = false;
        while (running > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        boolean last;
        try {
            boolean more;
            do {
                more = pump.work(idleMillis);
            } while (more);
        } finally {
            last = leave();
        }
        if (last) {
            onEnd.run();
        }
    }
}
