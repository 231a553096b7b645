/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.engines.child;

import java.io.PrintStream;

/**
 * Formats the log directory of a Kafka broker if that was not done yet, and starts it. Arguments: configuration, cluster id, the
 * controllers that the cluster begins with.
 */
public final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] arguments) throws Throwable {
        String[] format = {
            "format",
            "--ignore-formatted",
            "-t",
            arguments[1],
            "-c",
            arguments[0],
            "--initial-controllers",
            arguments[2]
        };
        Object status = Class.forName("kafka.tools.StorageTool")
                .getMethod("execute", String[].class, PrintStream.class)
                .invoke(null, format, System.out);
        if (!Integer.valueOf(0).equals(status)) {
            throw new IllegalStateException("the log directory cannot be formatted");
        }
        EngineMain.run("kafka.Kafka", arguments[0]);
    }
}
