/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.correction;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.correction.AttributeChanges;
import org.isocenter.archive.correction.Correction;
import org.isocenter.archive.correction.CorrectionHistory;
import org.isocenter.archive.correction.CorrectionScope;
import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.CorrectionTarget;
import org.isocenter.archive.correction.PatientChain;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.StudyCorrected;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.PatientKey;
import org.isocenter.service.config.SiteConfig;
import org.isocenter.service.http.Problem;
import org.jboss.logging.Logger;

/**
 * Records corrections and their revocations, and announces them: before, so that a crash leaves nothing unseen, and after, so that
 * searches follow at once. Thread-safe; its methods block.
 */
@ApplicationScoped
public class CorrectionRecorder {

    private static final Logger LOG = Logger.getLogger(CorrectionRecorder.class);

    /** A study whose projection had read the patient already, and was not among its studies yet, is there by then. */
    private static final Duration LATECOMERS = Duration.ofSeconds(10);

    private final CorrectionStore store;
    private final MetadataStore metadata;
    private final EventBus events;
    private final String site;

    /** Into the store, to be heard on the bus. */
    public CorrectionRecorder(CorrectionStore store, MetadataStore metadata, EventBus events, SiteConfig site) {
        this.store = store;
        this.metadata = metadata;
        this.events = events;
        this.site = site.site();
    }

    /** What the author says, not recorded yet. */
    static Correction draft(String author, CorrectionRequest request, CorrectionTarget target) {
        return new Correction(
                0,
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                author,
                request.reason(),
                request.comment(),
                target,
                request.changes(),
                0);
    }

    /** Records a correction of a study. */
    Correction add(String studyInstanceUid, Correction draft) {
        announce(List.of(studyInstanceUid), draft, false);
        Correction recorded = store.append(studyInstanceUid, draft);
        tell(List.of(studyInstanceUid), recorded);
        LOG.infof(
                "Study %s: correction %d of its %s is recorded", studyInstanceUid, recorded.number(), level(recorded));
        return recorded;
    }

    /** Records a correction of a patient. */
    Correction add(PatientKey patient, Correction draft) {
        Set<String> studies = studiesOf(patient);
        announce(studies, draft, false);
        Correction recorded = store.append(patient, draft);
        studies.addAll(studiesOf(patient));
        tell(studies, recorded);
        LOG.infof("A patient of %d studies: correction %d is recorded", studies.size(), recorded.number());
        CompletableFuture.delayedExecutor(LATECOMERS.toSeconds(), TimeUnit.SECONDS)
                .execute(() -> tellLatecomers(patient, studies, recorded));
        return recorded;
    }

    /** The studies of a patient, by whatever the patient was called or is. */
    Set<String> studiesOf(PatientKey patient) {
        Set<String> studies = new LinkedHashSet<>();
        for (PatientKey each : PatientChain.of(store, patient, site).keys()) {
            studies.addAll(metadata.studiesByPatient(each));
        }
        return studies;
    }

    private void tellLatecomers(PatientKey patient, Set<String> told, Correction recorded) {
        try {
            Set<String> late = studiesOf(patient);
            late.removeAll(told);
            tell(late, recorded);
        } catch (ArchiveException e) {
            LOG.warnf("Whether a patient that was corrected has new studies could not be seen: %s", e.code());
        }
    }

    /**
     * What revokes a record.
     *
     * @throws ArchiveException NOT_FOUND if there is no such record
     */
    static Correction revocation(CorrectionHistory history, int number, String author, CorrectionRequest request) {
        Correction revoked = history.record(number)
                .orElseThrow(() -> new ArchiveException(ErrorCode.NOT_FOUND, "There is no such correction."));
        if (revoked.isRevocation()) {
            throw Problem.of(409, "The record revokes another: to have that again, it is recorded anew.")
                    .toException();
        }
        if (history.revocationOf(number).isPresent()) {
            throw Problem.of(409, "The correction is revoked already.").toException();
        }
        return new Correction(
                0,
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                author,
                revoked.reason(),
                request.comment(),
                revoked.target(),
                AttributeChanges.NONE,
                number);
    }

    private void announce(Collection<String> studies, Correction correction, boolean recorded) {
        List<CompletableFuture<Void>> underWay = new ArrayList<>();
        for (String each : studies) {
            underWay.add(events.studyCorrected(new StudyCorrected(
                            each, correction.target().scope().name(), recorded, correction.at(), site))
                    .toCompletableFuture());
        }
        CorrectionStore.await(CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)));
    }

    /** It is recorded: that searches hear of it some seconds later is no reason to refuse it. */
    private void tell(Collection<String> studies, Correction correction) {
        try {
            announce(studies, correction, true);
        } catch (ArchiveException | CompletionException e) {
            LOG.warn("A correction could not be announced; it is seen with the second look at its studies");
        }
    }

    private static String level(Correction correction) {
        CorrectionScope scope = correction.target().scope();
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
