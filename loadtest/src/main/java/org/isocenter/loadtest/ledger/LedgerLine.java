/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.ledger;

import java.util.Optional;

import org.isocenter.loadtest.study.LoadInstance;

/**
 * A line of a ledger, its fields separated by tabs.
 *
 * @param event what happened
 * @param epochMillis when
 * @param studyInstanceUid of the study
 * @param sopInstanceUid of the instance
 * @param details of a begun instance, null for the other events
 */
record LedgerLine(Event event, long epochMillis, String studyInstanceUid, String sopInstanceUid, Details details) {

    static final String HEADER = "# isocenter ledger 1: B begun, S stored, R refused, U unknown";

    private static final int SHORT = 4;
    private static final int LONG = 10;

    /** What happened to an instance. */
    enum Event {
        BEGUN("B"),
        STORED("S"),
        REFUSED("R"),
        UNKNOWN("U");

        private final String letter;

        Event(String letter) {
            this.letter = letter;
        }
    }

    /**
     * What is needed to find an instance and to compare it.
     *
     * @param seriesInstanceUid of its series
     * @param sopClassUid its class
     * @param transferSyntaxUid how it was sent
     * @param digest of the data set by value
     * @param patientId Patient ID, empty for files
     * @param accessionNumber Accession Number, empty for files
     */
    record Details(
            String seriesInstanceUid,
            String sopClassUid,
            String transferSyntaxUid,
            String digest,
            String patientId,
            String accessionNumber) {}

    static LedgerLine begun(LoadInstance instance) {
        return new LedgerLine(
                Event.BEGUN,
                System.currentTimeMillis(),
                instance.study().studyInstanceUid(),
                instance.sopInstanceUid(),
                new Details(
                        instance.seriesInstanceUid(),
                        instance.sopClassUid(),
                        instance.transferSyntaxUid(),
                        instance.digest().get(),
                        instance.study().isInvented() ? instance.study().patientId() : "",
                        instance.study().isInvented() ? instance.study().accessionNumber() : ""));
    }

    static LedgerLine of(Event event, LoadInstance instance) {
        return new LedgerLine(
                event,
                System.currentTimeMillis(),
                instance.study().studyInstanceUid(),
                instance.sopInstanceUid(),
                null);
    }

    String encode() {
        StringBuilder line = new StringBuilder(300)
                .append(event.letter)
                .append('\t')
                .append(epochMillis)
                .append('\t')
                .append(studyInstanceUid)
                .append('\t')
                .append(sopInstanceUid);
        if (details != null) {
            for (String each : new String[] {
                details.seriesInstanceUid,
                details.sopClassUid,
                details.transferSyntaxUid,
                details.digest,
                details.patientId,
                details.accessionNumber
            }) {
                line.append('\t').append(each);
            }
        }
        // the end of a line: one that lacks it was cut off
        return line.append("\t.\n").toString();
    }

    /** Empty for comments and lines that were cut off. */
    static Optional<LedgerLine> decode(String line) {
        String[] fields = line.split("\t", -1);
        if (line.startsWith("#") || !fields[fields.length - 1].equals(".")) {
            return Optional.empty();
        }
        for (Event event : Event.values()) {
            int expected = event == Event.BEGUN ? LONG : SHORT;
            if (event.letter.equals(fields[0]) && fields.length == expected + 1) {
                Details details = event == Event.BEGUN
                        ? new Details(fields[4], fields[5], fields[6], fields[7], fields[8], fields[9])
                        : null;
                return Optional.of(new LedgerLine(event, Long.parseLong(fields[1]), fields[2], fields[3], details));
            }
        }
        return Optional.empty();
    }
}
