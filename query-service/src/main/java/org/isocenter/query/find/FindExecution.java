/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.query.index.Hit;
import org.isocenter.query.index.HitConsumer;
import org.isocenter.query.index.PatientTotals;
import org.isocenter.query.search.Level;
import org.isocenter.query.search.Query;
import org.isocenter.query.search.StudySearch;
import org.isocenter.service.match.MatchingItems;

/** One C-FIND under way: sends a pending response for each match until all are sent or the peer cancels. */
final class FindExecution implements HitConsumer {

    /** Matches after which a client that wanted no more has the time to say so. */
    private static final Set<Integer> PAUSES = Set.of(128, 256, 512);

    private static final long PAUSE_NANOS = 2_000_000;

    private final StudySearch search;
    private final Association association;
    private final DimseRequest request;
    private final FindRequest find;
    private final Query query;
    private final MatchingItems items;
    private final MatchIdentifier identifiers;
    private final DimseStatus pending;
    private final Set<String> patients = new HashSet<>();
    private int sent;
    private boolean canceled;

    FindExecution(StudySearch search, Association association, DimseRequest request, FindRequest find, Query query) {
        this.search = search;
        this.association = association;
        this.request = request;
        this.find = find;
        this.query = query;
        this.items = query.matchingItems();
        this.identifiers = new MatchIdentifier(find, association.calledAet());
        this.pending = query.unsupported().isEmpty() ? DimseStatus.PENDING : DimseStatus.PENDING_WARNING;
    }

    /** Sends the matches and says how it ended. */
    DimseStatus run() throws IOException {
        try {
            search.each(query, this);
        } catch (Broken e) {
            throw e.getCause();
        }
        return canceled || request.isCanceled() ? DimseStatus.CANCEL : DimseStatus.SUCCESS;
    }

    @Override
    public boolean take(Hit hit) {
        if (request.isCanceled()) {
            canceled = true;
            return false;
        }
        Attributes match = items.in(hit.attributes());
        if (find.level() == Level.PATIENT && !patients.add(patient(match))) {
            return true;
        }
        PatientTotals totals = find.wantsPatientTotals() ? search.totals(match.getString(Tag.StudyInstanceUID)) : null;
        try {
            association.respondSoon(request, pending, identifiers.of(match, totals));
        } catch (IOException e) {
            throw new Broken(e);
        }
        sent++;
        if (PAUSES.contains(sent)) {
            // many clients show a hundred matches or two and cancel: cheaper to wait for that than to find what is
            // thrown away
            searching();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    @Override
    public boolean wants(int tag) {
        return find.keys().contains(tag)
                || tag == Tag.StudyInstanceUID
                || tag == Tag.PatientID
                || tag == Tag.IssuerOfPatientID;
    }

    @Override
    public void searching() {
        try {
            association.sendHeld();
        } catch (IOException e) {
            throw new Broken(e);
        }
    }

    private static String patient(Attributes match) {
        return match.getString(Tag.IssuerOfPatientID, "") + '\n' + match.getString(Tag.PatientID, "");
    }

    /** The association broke: tells it from an index that cannot be read. */
    private static final class Broken extends UncheckedIOException {

        private static final long serialVersionUID = 1L;

        Broken(IOException cause) {
            super(cause);
        }
    }
}
