/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a ledger says of a study. For one thread. */
public final class LedgerStudy {

    private final String studyInstanceUid;
    private final Map<String, Entry> instances = new LinkedHashMap<>();
    private String patientId = "";
    private String accessionNumber = "";

    /** What became of an instance as far as the sender knows. */
    public enum State {
        /** Acknowledged. */
        STORED,
        /** No answer came: it may be there or not. */
        UNKNOWN,
        /** The archive said that it did not store it. */
        REFUSED
    }

    /**
     * An instance.
     *
     * @param seriesInstanceUid of its series
     * @param sopClassUid its class
     * @param transferSyntaxUid how it was sent
     * @param digest by value
     * @param state as far as the sender knows
     */
    public record Entry(
            String seriesInstanceUid, String sopClassUid, String transferSyntaxUid, String digest, State state) {

        private Entry with(State other) {
            return new Entry(seriesInstanceUid, sopClassUid, transferSyntaxUid, digest, other);
        }
    }

    LedgerStudy(String studyInstanceUid) {
        this.studyInstanceUid = studyInstanceUid;
    }

    void add(LedgerLine line) {
        Entry entry = instances.get(line.sopInstanceUid());
        switch (line.event()) {
            case BEGUN -> {
                LedgerLine.Details details = line.details();
                patientId = details.patientId();
                accessionNumber = details.accessionNumber();
                if (entry == null) {
                    // begun and nothing more: the generator was killed in between
                    instances.put(
                            line.sopInstanceUid(),
                            new Entry(
                                    details.seriesInstanceUid(),
                                    details.sopClassUid().intern(),
                                    details.transferSyntaxUid().intern(),
                                    details.digest(),
                                    null));
                }
            }
            case STORED -> put(line, entry, State.STORED);
            case UNKNOWN -> {
                if (entry != null && entry.state() != State.STORED) {
                    put(line, entry, State.UNKNOWN);
                }
            }
            case REFUSED -> {
                // a refusal of a second attempt says nothing of a first that had no answer
                if (entry != null && entry.state() == null) {
                    put(line, entry, State.REFUSED);
                }
            }
        }
    }

    private void put(LedgerLine line, Entry entry, State state) {
        if (entry != null) {
            instances.put(line.sopInstanceUid(), entry.with(state));
        }
    }

    void end() {
        instances.replaceAll((uid, entry) -> entry.state() == null ? entry.with(State.UNKNOWN) : entry);
    }

    /** Study Instance UID. */
    public String studyInstanceUid() {
        return studyInstanceUid;
    }

    /** Patient ID, empty when the ledger does not know it. */
    public String patientId() {
        return patientId;
    }

    /** Accession Number, empty when the ledger does not know it. */
    public String accessionNumber() {
        return accessionNumber;
    }

    /** Its instances by SOP Instance UID. */
    public Map<String, Entry> instances() {
        return instances;
    }

    /** How many are in a state. */
    public long count(State state) {
        return instances.values().stream().filter(each -> each.state() == state).count();
    }
}
