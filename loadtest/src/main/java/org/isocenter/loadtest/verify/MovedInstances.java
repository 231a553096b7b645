/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.ReadLimits;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.loadtest.digest.DatasetDigest;
import org.isocenter.loadtest.dimse.DatasetReceiver;

/** Digests of instances that came by C-MOVE, by study, until they are asked for. Thread-safe. */
final class MovedInstances implements DatasetReceiver {

    private static final int HEAD = 4 << 20;

    private final Map<String, List<Moved>> byStudy = new ConcurrentHashMap<>();

    private record Moved(String sopInstanceUid, String digest) {}

    @Override
    public void receive(String sopInstanceUid, String transferSyntaxUid, InputStream dataset) throws IOException {
        // the study stands in the header; the head is read twice
        BufferedInputStream in = new BufferedInputStream(dataset, 1 << 16);
        in.mark(HEAD);
        Attributes head = DatasetReader.readUntil(
                in, TransferSyntax.of(transferSyntaxUid), ReadLimits.DEFAULT, Tag.StudyInstanceUID + 1);
        in.reset();
        String digest = DatasetDigest.of(in, transferSyntaxUid);
        byStudy.computeIfAbsent(head.getString(Tag.StudyInstanceUID, ""), uid -> new CopyOnWriteArrayList<>())
                .add(new Moved(sopInstanceUid, digest));
    }

    void take(String studyInstanceUid, Retriever.Arrivals arrivals) {
        List<Moved> moved = byStudy.remove(studyInstanceUid);
        if (moved != null) {
            moved.forEach(each -> arrivals.arrived(each.sopInstanceUid(), each.digest()));
        }
    }
}
