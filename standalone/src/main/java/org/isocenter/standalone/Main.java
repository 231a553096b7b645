/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.util.List;

import org.isocenter.engines.EngineException;
import org.isocenter.engines.EngineOptions;
import org.isocenter.engines.EngineSet;
import org.isocenter.standalone.cluster.Cluster;
import org.isocenter.standalone.cluster.ClusterOptions;

import io.quarkus.runtime.annotations.QuarkusMain;

/** The archive on one machine: {@code isocenter up}, in one process or as a cluster. */
@QuarkusMain
public final class Main {

    private Main() {}

    /** Starts the engines and the services and runs until the process is asked to stop. */
    public static void main(String... arguments) {
        Progress progress = new Progress(System.out);
        int status;
        try {
            status = List.of(arguments).contains("--cluster")
                    ? Cluster.run(ClusterOptions.parse(arguments), progress)
                    : up(UpOptions.parse(arguments), progress);
        } catch (StartException | EngineException e) {
            System.err.println("isocenter: " + e.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private static int up(UpOptions options, Progress progress) {
        DataFolder folder = DataFolder.take(options.data());
        try {
            options.endpoint().requireFree(options.listen());
            folder.requireUnused("cassandra-1", "a cluster");
            folder.publish(options.endpoint(), false);
            boolean embeddedS3 = options.objects() == UpOptions.Objects.EMBEDDED_S3;
            progress.say("Starting Cassandra, Kafka" + (embeddedS3 ? ", S3 server" : "") + " and the services on "
                    + options.data());
            EngineSet engines =
                    EngineSet.launch(new EngineOptions(options.data(), options.durability(), 0, embeddedS3));
            return new Archive(options, folder, progress).run(engines);
        } catch (StartException | EngineException e) {
            folder.close();
            throw e;
        }
    }
}
