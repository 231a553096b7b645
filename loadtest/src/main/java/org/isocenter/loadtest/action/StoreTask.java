/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isocenter.dicom.io.FileMetaInformation;
import org.isocenter.loadtest.http.BodyReader;
import org.isocenter.loadtest.http.HttpRequest;
import org.isocenter.loadtest.http.HttpResult;
import org.isocenter.loadtest.http.HttpStatusException;
import org.isocenter.loadtest.ledger.LedgerWriter;
import org.isocenter.loadtest.metrics.Failures;
import org.isocenter.loadtest.study.LoadInstance;

/** Stores an instance, by C-STORE or STOW-RS, and tells the ledger. */
final class StoreTask implements Task {

    private static final String BOUNDARY = "isocenter-load";
    private static final byte[] OPEN =
            ("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    private static final String CONTENT_TYPE = "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY;

    private final LoadInstance instance;
    private final boolean overWeb;
    private final Duration limit;
    private final Optional<LedgerWriter> ledger;
    private boolean begun;

    StoreTask(LoadInstance instance, boolean overWeb, Duration limit, Optional<LedgerWriter> ledger) {
        this.instance = instance;
        this.overWeb = overWeb;
        this.limit = limit;
        this.ledger = ledger;
    }

    @Override
    public long attempt(Client client) throws IOException {
        if (ledger.isPresent() && !begun) {
            ledger.get().begun(instance);
            begun = true;
        }
        try {
            if (overWeb) {
                stow(client);
            } else {
                client.dicom(Client.Purpose.STORE, limit)
                        .store(
                                instance.sopClassUid(),
                                instance.sopInstanceUid(),
                                instance.transferSyntaxUid(),
                                instance.dataset());
            }
        } catch (IOException e) {
            if (ledger.isPresent()) {
                if (Failures.isRefusal(e)) {
                    ledger.get().refused(instance);
                } else {
                    ledger.get().unknown(instance);
                }
            }
            throw e;
        }
        if (ledger.isPresent()) {
            ledger.get().stored(instance);
        }
        return instance.length();
    }

    private void stow(Client client) throws IOException {
        List<byte[]> parts = new ArrayList<>(instance.dataset().size() + 3);
        parts.add(OPEN);
        parts.add(FileMetaInformation.create(
                        instance.sopClassUid(), instance.sopInstanceUid(), instance.transferSyntaxUid(), "LOADTEST")
                .encode());
        parts.addAll(instance.dataset());
        parts.add(CLOSE);
        HttpResult result = client.web(
                HttpRequest.post("/studies", CONTENT_TYPE, "application/dicom+json", parts), BodyReader.NONE, limit);
        // PS3.18 10.5.3: 200 says that all instances are stored, 202 that some are not
        if (result.status() != 200) {
            throw new HttpStatusException(result.status(), "STOW-RS");
        }
    }
}
