/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.config.ConfigProvider;
import org.isocenter.engines.EngineException;
import org.isocenter.engines.EngineSet;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigurationException;

/** One run of the archive: engines and services started side by side, stopped one after the other. */
final class Archive {

    private static final Duration READY = Duration.ofMinutes(2);
    private static final long STOP_SECONDS = 60;

    private final UpOptions options;
    private final DataFolder folder;
    private final Progress progress;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile int status;

    Archive(UpOptions options, DataFolder folder, Progress progress) {
        this.options = options;
        this.folder = folder;
        this.progress = progress;
    }

    /** Runs until it is asked to stop; returns the exit status of the process. */
    int run(EngineSet engines) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEnd, "await-end"));
        try (EngineSupervisor supervisor = new EngineSupervisor(engines.all())) {
            applyUnlessConfigured(Settings.of(options, engines));
            Thread watch = new Thread(() -> watchStart(engines, supervisor), "watch-start");
            watch.setDaemon(true);
            watch.start();
            Quarkus.run(null, this::servicesEnded);
            stopping = true;
        } finally {
            engines.close();
            progress.done("engines stopped");
            folder.close();
            ended.countDown();
        }
        return status;
    }

    private void watchStart(EngineSet engines, EngineSupervisor supervisor) {
        try {
            engines.awaitReady(progress::done);
            supervisor.start();
            new ReadyCheck(options.ownHost(), options.httpPort()).await(READY, progress::indexed);
            progress.done("services");
            folder.publish(options.endpoint(), true);
            progress.addresses(options.endpoint(), options.data(), ownAet());
            if (options.open()) {
                progress.say("It is open to other machines without authentication (--insecure).");
            }
        } catch (EngineException | StartException e) {
            if (!stopping) {
                fail(e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String ownAet() {
        return ConfigProvider.getConfig()
                .getOptionalValues("isocenter.dicom.aet", String.class)
                .map(titles -> titles.get(0))
                .orElse("ISOCENTER");
    }

    private void fail(String message) {
        status = 1;
        progress.say(message);
        progress.say("Logs are in " + options.data().resolve("logs"));
        Quarkus.asyncExit(1);
    }

    private void servicesEnded(int code, Throwable failure) {
        stopping = true;
        if (failure != null) {
            status = 1;
            Throwable root = rootOf(failure);
            progress.say("The services could not start: "
                    + (root instanceof ConfigurationException ? root.getMessage() : root.toString()));
            progress.say("Logs are in " + options.data().resolve("logs"));
        } else {
            status = Math.max(status, code);
        }
        progress.done("services stopped");
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** What was set on the command line of the JVM or in the environment wins. */
    private static void applyUnlessConfigured(Map<String, String> settings) {
        settings.forEach((key, value) -> {
            String variable = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            if (System.getProperty(key) == null && System.getenv(variable) == null) {
                System.setProperty(key, value);
            }
        });
    }

    /** The process ends when the last engine has. */
    private void awaitEnd() {
        try {
            if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                progress.say("The archive did not stop within " + STOP_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
