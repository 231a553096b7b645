/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.lang.reflect.Method;

/** Threads of associations: virtual when the JVM has them (21 and later), else platform threads. All are daemons. */
final class AssociationThreads {
    private static final Method START_VIRTUAL = find();

    private AssociationThreads() {}

    private static Method find() {
        try {
            return Runtime.version().feature() >= 21
                    ? Thread.class.getMethod("startVirtualThread", Runnable.class)
                    : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    static void start(String name, Runnable task) {
        if (START_VIRTUAL != null) {
            startVirtual(name, task);
        } else {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void startVirtual(String name, Runnable task) {
        Runnable named = () -> {
            Thread.currentThread().setName(name);
            task.run();
        };
        try {
            START_VIRTUAL.invoke(null, named);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A virtual thread cannot be started", e);
        }
    }
}
