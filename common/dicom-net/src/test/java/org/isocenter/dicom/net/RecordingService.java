/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.isocenter.dicom.data.UID;

/** Takes every C-STORE of its SOP classes and remembers it. */
class RecordingService implements DimseService {
    final Queue<Stored> stored = new ConcurrentLinkedQueue<>();
    final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Collection<String> sopClasses;

    RecordingService(String... sopClasses) {
        this.sopClasses = List.of(sopClasses);
    }

    record Stored(String sopInstanceUid, String transferSyntaxUid, byte[] dataset) {}

    @Override
    public Collection<String> sopClasses() {
        return sopClasses;
    }

    @Override
    public Set<String> transferSyntaxes(String sopClass) {
        return Set.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian, UID.JPEGBaseline8Bit);
    }

    @Override
    public boolean actsAsScu(String sopClass) {
        return sopClasses.contains(sopClass);
    }

    @Override
    public void onRequest(Association association, DimseRequest request) throws IOException {
        try {
            byte[] dataset = readAll(request.dataset());
            stored.add(new Stored(
                    request.affectedSopInstanceUid(),
                    request.context().transferSyntax().uid(),
                    dataset));
        } catch (IOException e) {
            failures.add(e.toString());
            throw e;
        }
        association.respond(request, DimseStatus.SUCCESS);
    }

    static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            bytes.write(buffer, 0, count);
        }
        return bytes.toByteArray();
    }
}
