/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.isocenter.engines.Engine;
import org.isocenter.engines.EngineException;
import org.isocenter.engines.EngineOptions;
import org.isocenter.engines.EngineSet;
import org.isocenter.standalone.DataFolder;
import org.isocenter.standalone.Progress;
import org.isocenter.standalone.StartException;

/** One run of a cluster on this machine: engines, then services, with the front from the beginning; stopped the other way. */
public final class Cluster {

    private static final int NODES = 3;
    private static final long STOP_SECONDS = 80;
    private static final String AET = "ISOCENTER";

    private final ClusterOptions options;
    private final Progress progress;
    private final EngineOptions engineOptions;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;

    private Cluster(ClusterOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        engineOptions = new EngineOptions(options.data(), options.durability(), 0, true, NODES);
    }

    /** Runs until the process is asked to stop; returns its exit status. */
    public static int run(ClusterOptions options, Progress progress) {
        Cluster cluster = new Cluster(options, progress);
        try (DataFolder folder = DataFolder.take(options.data())) {
            folder.requireUnused("cassandra", "an archive in one process");
            options.endpoint().requireFree(ClusterOptions.LOOPBACK);
            folder.publish(options.endpoint(), false);
            return cluster.run(folder);
        } finally {
            cluster.ended.countDown();
        }
    }

    private int run(DataFolder folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndAwait, "stop"));
        progress.say("Starting 3 Cassandra nodes, 3 Kafka brokers, the S3 server and " + options.replicas()
                + " of each service on " + options.data());
        try (EngineSet engines = EngineSet.launch(engineOptions);
                S3Way s3 = S3Way.to(engines.s3().orElseThrow(), options.faults())) {
            Programs programs = new Programs(options, engineOptions, engines, s3.endpoint());
            List<Member> services = programs.services();
            Member front = programs.front();
            List<Member> engineMembers =
                    engines.all().stream().map(Cluster::member).toList();
            List<Member> all = new ArrayList<>(engineMembers);
            all.addAll(services);
            all.add(front);
            try (Members members = new Members(all);
                    ControlServer control = new ControlServer(options.data(), new ControlCommands(members, s3))) {
                control.start();
                startAll(engines, engineMembers, services, front);
                members.supervise();
                folder.publish(options.endpoint(), true);
                progress.addresses(options.endpoint(), options.data(), AET);
                asked.await();
                return 0;
            } catch (EngineException | StartException e) {
                if (stopping) {
                    return 0;
                }
                progress.say(e.getMessage());
                progress.say("Logs are in " + options.data().resolve("logs"));
                return 1;
            } finally {
                stopPrograms(services, front);
            }
        } catch (IOException e) {
            throw new StartException("the cluster cannot be controlled: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            progress.done("engines stopped");
        }
    }

    private static Member member(Engine engine) {
        return new Member(engine, engine.addresses());
    }

    private void startAll(EngineSet engines, List<Member> engineMembers, List<Member> services, Member front) {
        front.start();
        engines.awaitReady(progress::done);
        engineMembers.forEach(Member::keep);
        for (Member each : services) {
            if (stopping) {
                throw new StartException("stopped while starting");
            }
            each.start();
        }
        services.forEach(Member::awaitReady);
        progress.done("services");
        front.awaitReady();
        progress.done("front");
    }

    private void stopPrograms(List<Member> services, Member front) {
        stopping = true;
        front.stop();
        services.parallelStream().forEach(Member::stop);
        progress.done("services stopped");
    }

    /** The process ends when the last engine has, and the folder is given free. */
    private void stopAndAwait() {
        stopping = true;
        asked.countDown();
        try {
            if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                progress.say("The cluster did not stop within " + STOP_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
