/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.isocenter.dicom.io.Part10Header;
import org.isocenter.loadtest.action.Client;
import org.isocenter.loadtest.digest.DatasetDigest;
import org.isocenter.loadtest.http.HttpRequest;
import org.isocenter.loadtest.http.HttpResult;
import org.isocenter.loadtest.http.HttpStatusException;
import org.isocenter.loadtest.http.MultipartInput;
import org.isocenter.loadtest.ledger.LedgerStudy;

/**
 * WADO-RS.
 *
 * @param client with its connection
 * @param limit of a request
 */
record WebRetriever(Client client, Duration limit) implements Retriever {

    private static final String DICOM = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";

    @Override
    public String way() {
        return "WADO-RS";
    }

    @Override
    public void study(LedgerStudy study, Arrivals arrivals) throws IOException {
        get("/studies/" + study.studyInstanceUid(), arrivals);
    }

    @Override
    public void instance(LedgerStudy study, String seriesInstanceUid, String sopInstanceUid, Arrivals arrivals)
            throws IOException {
        get(
                "/studies/" + study.studyInstanceUid() + "/series/" + seriesInstanceUid + "/instances/"
                        + sopInstanceUid,
                arrivals);
    }

    private void get(String path, Arrivals arrivals) throws IOException {
        HttpResult result = client.web(HttpRequest.get(path, DICOM), (head, body) -> read(head, body, arrivals), limit);
        if (result.status() != 200) {
            throw new HttpStatusException(result.status(), way());
        }
    }

    private static void read(HttpResult head, InputStream body, Arrivals arrivals) throws IOException {
        if (head.status() != 200) {
            return;
        }
        MultipartInput parts = MultipartInput.of(body, head.headers().get("content-type"));
        for (InputStream part = parts.next(); part != null; part = parts.next()) {
            Part10Header file = Part10Header.read(part);
            String digest =
                    DatasetDigest.of(file.dataset(), file.transferSyntax().uid());
            arrivals.arrived(file.metaInformation().sopInstanceUid(), digest);
        }
    }
}
