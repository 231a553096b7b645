/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;

/** Answers a C-FIND with a number of matches, or until it is canceled. */
final class FindService implements DimseService {
    private final int matches;
    private final long pauseMillis;

    FindService(int matches, long pauseMillis) {
        this.matches = matches;
        this.pauseMillis = pauseMillis;
    }

    @Override
    public Collection<String> sopClasses() {
        return Set.of(UID.StudyRootQueryRetrieveInformationModelFind);
    }

    @Override
    public void onRequest(Association association, DimseRequest request) throws IOException {
        Attributes identifier = request.readDataset();
        for (int i = 0; i < matches; i++) {
            if (request.isCanceled()) {
                association.respond(request, DimseStatus.CANCEL);
                return;
            }
            Attributes match = new Attributes();
            match.setString(Tag.QueryRetrieveLevel, identifier.getString(Tag.QueryRetrieveLevel, "STUDY"));
            match.setString(Tag.StudyInstanceUID, "1.2.3." + i);
            association.respond(request, DimseStatus.PENDING, match, command -> {});
            pause();
        }
        association.respond(request, DimseStatus.SUCCESS);
    }

    private void pause() {
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
