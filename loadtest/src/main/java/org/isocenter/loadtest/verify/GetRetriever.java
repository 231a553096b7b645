/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.io.IOException;
import java.time.Duration;

import org.isocenter.loadtest.action.Client;
import org.isocenter.loadtest.digest.DatasetDigest;
import org.isocenter.loadtest.ledger.LedgerStudy;

/**
 * C-GET.
 *
 * @param client with its association
 * @param limit of a request
 */
record GetRetriever(Client client, Duration limit) implements Retriever {

    @Override
    public String way() {
        return "C-GET";
    }

    @Override
    public void study(LedgerStudy study, Arrivals arrivals) throws IOException {
        get(Identifiers.study(study.studyInstanceUid()), arrivals);
    }

    @Override
    public void instance(LedgerStudy study, String seriesInstanceUid, String sopInstanceUid, Arrivals arrivals)
            throws IOException {
        get(Identifiers.instance(study.studyInstanceUid(), seriesInstanceUid, sopInstanceUid), arrivals);
    }

    private void get(byte[] identifier, Arrivals arrivals) throws IOException {
        client.dicom(Client.Purpose.GET, limit).get(identifier, (sopInstanceUid, transferSyntaxUid, dataset) -> {
            if (!sopInstanceUid.isEmpty()) {
                arrivals.arrived(sopInstanceUid, DatasetDigest.of(dataset, transferSyntaxUid));
            }
        });
        client.answered();
    }
}
