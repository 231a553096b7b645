/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.io.IOException;
import java.time.Duration;

import org.isocenter.loadtest.action.Client;
import org.isocenter.loadtest.ledger.LedgerStudy;

/**
 * C-MOVE to this program.
 *
 * @param client with its association
 * @param limit of a request
 * @param destination AE title that the archive knows
 * @param moved what arrived
 */
record MoveRetriever(Client client, Duration limit, String destination, MovedInstances moved) implements Retriever {

    @Override
    public String way() {
        return "C-MOVE";
    }

    @Override
    public void study(LedgerStudy study, Arrivals arrivals) throws IOException {
        move(Identifiers.study(study.studyInstanceUid()), study, arrivals);
    }

    @Override
    public void instance(LedgerStudy study, String seriesInstanceUid, String sopInstanceUid, Arrivals arrivals)
            throws IOException {
        move(Identifiers.instance(study.studyInstanceUid(), seriesInstanceUid, sopInstanceUid), study, arrivals);
    }

    private void move(byte[] identifier, LedgerStudy study, Arrivals arrivals) throws IOException {
        client.dicom(Client.Purpose.MOVE, limit).move(identifier, destination);
        client.answered();
        moved.take(study.studyInstanceUid(), arrivals);
    }
}
