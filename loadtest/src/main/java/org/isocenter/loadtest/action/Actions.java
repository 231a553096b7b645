/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.time.Duration;
import java.util.Optional;

import org.isocenter.loadtest.ledger.LedgerWriter;
import org.isocenter.loadtest.scenario.MixEntry;
import org.isocenter.loadtest.scenario.OperationKind;
import org.isocenter.loadtest.scenario.Scenario;
import org.isocenter.loadtest.study.StudyFacts;

/**
 * Makes the actions of a scenario.
 *
 * @param scenario with time-outs and the receiver of C-MOVE
 * @param studies for those who read
 * @param ledger that is told of stores
 */
public record Actions(Scenario scenario, StoredStudies studies, Optional<LedgerWriter> ledger) {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** The action of an entry of a mix. */
    public Action of(MixEntry entry) {
        OperationKind kind = entry.kind();
        Duration limit = scenario.timeouts().of(kind);
        return switch (kind) {
            case C_ECHO -> echo(limit);
            case C_STORE, STOW -> new StoreAction(kind, limit, ledger);
            case C_STORE_STUDY -> storeStudy(kind, OperationKind.C_STORE);
            case STOW_STUDY -> storeStudy(kind, OperationKind.STOW);
            case FOUND -> new FoundAction(storeStudy(OperationKind.C_STORE_STUDY, OperationKind.C_STORE), limit);
            case C_FIND -> read(entry, (study, random) -> DicomReads.find(study, entry.by(), random, limit));
            case C_GET -> read(entry, (study, random) -> DicomReads.get(study, limit));
            case C_MOVE -> {
                String destination = scenario.receiver().orElseThrow().aet();
                yield read(entry, (study, random) -> DicomReads.move(study, destination, limit));
            }
            case QIDO -> read(entry, (study, random) -> WebReads.search(study, entry.by(), random, limit));
            case WADO_STUDY, WADO_SERIES, WADO_INSTANCE, WADO_FRAMES, WADO_METADATA, WADO_RENDERED ->
                read(entry, (study, random) -> WebReads.retrieve(kind, study, random, limit));
            case PRIORS -> read(entry, (study, random) -> WebReads.priors(study, limit));
        };
    }

    /** Waits until a study is found by its patient, for as long as an index may take that is far behind. */
    public Task awaitFound(StudyFacts study) {
        return WebReads.awaitFound(study, LONGEST_WAIT);
    }

    private StoreStudyAction storeStudy(OperationKind kind, OperationKind each) {
        return new StoreStudyAction(kind, each, scenario.timeouts().of(each), ledger);
    }

    private ReadAction read(MixEntry entry, ReadAction.Tasks tasks) {
        return new ReadAction(entry.label(), entry.kind(), studies, tasks);
    }

    private static Action echo(Duration limit) {
        return new Action() {
            @Override
            public String label() {
                return OperationKind.C_ECHO.label();
            }

            @Override
            public boolean perform(Worker worker, long due) throws InterruptedException {
                worker.attempt(label(), OperationKind.C_ECHO, due, client -> {
                    client.dicom(Client.Purpose.QUERY, limit).echo();
                    return 0;
                });
                return true;
            }
        };
    }
}
