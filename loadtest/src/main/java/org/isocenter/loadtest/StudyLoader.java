/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.loadtest.data.Instance;
import org.isocenter.loadtest.dimse.DicomClient;
import org.isocenter.loadtest.operation.CFind;
import org.isocenter.loadtest.operation.Operation;
import org.isocenter.loadtest.operation.Service;
import org.isocenter.loadtest.operation.Session;
import org.isocenter.loadtest.operation.Target;

/** Fills an archive by C-STORE before it is measured, and waits until it finds what it was given. */
final class StudyLoader {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long FOUND_WITHIN_NANOS = Duration.ofMinutes(5).toNanos();

    private final Target target;
    private final int associations;

    StudyLoader(Target target, int associations) {
        this.target = target;
        this.associations = associations;
    }

    /**
     * Stores instances.
     *
     * @param count how many
     * @param instances by their number from 0
     * @param patientIds Patient IDs of which a study must be found afterwards
     * @throws IOException when one is refused or not all are found within five minutes
     */
    void load(int count, IntFunction<Instance> instances, List<String> patientIds)
            throws IOException, InterruptedException {
        if (!target.services().contains(Service.STORE)) {
            throw new IOException(target.name() + " is filled by C-STORE and needs a DICOM port");
        }
        AtomicInteger next = new AtomicInteger();
        new Round(Math.min(associations, count), count, LONGEST).run(new Load(instances, next), target);
        if (target.services().contains(Service.FIND)) {
            awaitFound(patientIds);
        }
    }

    /** By their patients: what is found by its UID may not be in an index yet. */
    private void awaitFound(List<String> patientIds) throws IOException, InterruptedException {
        long end = System.nanoTime() + FOUND_WITHIN_NANOS;
        try (DicomClient client = DicomClient.forFind(target.host(), target.dicomPort(), target.aet())) {
            for (String patientId : patientIds) {
                Attributes keys = new Attributes();
                keys.setString(Tag.PatientID, patientId);
                byte[] identifier = CFind.studies("loaded", keys, 1).identifier();
                while (client.find(identifier) == 0) {
                    if (System.nanoTime() > end) {
                        throw new IOException(target.name() + " does not find what it stored");
                    }
                    Thread.sleep(100);
                }
            }
        }
    }

    private record Load(IntFunction<Instance> instances, AtomicInteger next) implements Operation {

        @Override
        public String name() {
            return "load";
        }

        @Override
        public Service service() {
            return Service.STORE;
        }

        @Override
        public Session open(Target target) throws IOException {
            DicomClient client = DicomClient.forStore(target.host(), target.dicomPort(), target.aet());
            return new Session() {
                @Override
                public long run() throws IOException {
                    Instance instance = instances.apply(next.getAndIncrement());
                    client.store(instance.sopInstanceUid(), instance.dataset());
                    return instance.length();
                }

                @Override
                public void close() throws IOException {
                    client.close();
                }
            };
        }
    }
}
