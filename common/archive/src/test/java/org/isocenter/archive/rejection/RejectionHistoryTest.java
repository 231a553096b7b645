/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.rejection;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.isocenter.archive.model.InstanceScope;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.Rejection;
import org.isocenter.archive.model.RejectionReason;
import org.isocenter.archive.rejection.StumblingStore.Killed;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is done to the instances of a series, in whichever order, by processes that are killed in between, and however often it is
 * handed over: they are as a simple model says, and no row is without its object.
 */
class RejectionHistoryTest {

    private static final int INSTANCES = 4;
    private static final int STEPS = 100;

    private final RejectionModel[] model = new RejectionModel[INSTANCES];
    private final List<RejectionNote> notes = new ArrayList<>();
    private final StringBuilder history = new StringBuilder();

    @TempDir
    Path folder;

    private RejectionEngines engines;
    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void history_isThatOfTheModel(long seed) throws Exception {
        random = new Random(seed);
        for (int i = 0; i < INSTANCES; i++) {
            model[i] = new RejectionModel();
        }
        try (RejectionEngines opened = new RejectionEngines(folder)) {
            engines = opened;
            for (int step = 0; step < STEPS; step++) {
                step(random.nextInt(12), random.nextInt(INSTANCES));
                for (int i = 0; i < INSTANCES; i++) {
                    assertIsAsModelled(i);
                }
            }
            history.append("end ");
            deleteAll();
            assertThat(engines.due(Instant.now().plusSeconds(60))).isEmpty();
        }
    }

    private void step(int action, int number) {
        RejectionReason reason = RejectionReason.values()[random.nextInt(RejectionReason.values().length)];
        switch (action) {
            case 0, 1, 2, 3 -> {
                history.append("store ").append(number).append("; ");
                engines.put(number);
                model[number].stored();
            }
            case 4 -> {
                history.append("reject ")
                        .append(number)
                        .append(' ')
                        .append(reason)
                        .append("; ");
                engines.rejections.reject(
                        InstanceScope.instance(engines.uids(number)), new Rejection(reason, Instant.now(), "test", ""));
                model[number].rejected(reason);
            }
            case 5 -> {
                history.append("restore ").append(number).append("; ");
                engines.rejections.restore(InstanceScope.instance(engines.uids(number)), "test");
                model[number].restored();
            }
            case 6 -> {
                history.append("restore all; ");
                engines.rejections.restore(InstanceScope.study(engines.study), "test");
                for (RejectionModel each : model) {
                    each.restored();
                }
            }
            case 7 -> newNote(reason);
            case 8 -> {
                if (!notes.isEmpty()) {
                    apply(notes.get(random.nextInt(notes.size())));
                }
            }
            case 9 -> deleteAll();
            default -> deleteAndBeKilled();
        }
    }

    private void newNote(RejectionReason reason) {
        List<InstanceUids> named = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            if (random.nextBoolean()) {
                named.add(engines.uids(i));
            }
        }
        RejectionNote note = new RejectionNote(
                new InstanceUids(engines.study, engines.study + ".2", engines.study + ".2." + notes.size()),
                reason,
                "SENDER",
                named);
        notes.add(note);
        apply(note);
    }

    /** As a note is that is handed over, for the first time or again. */
    private void apply(RejectionNote note) {
        history.append("note ")
                .append(notes.indexOf(note))
                .append(' ')
                .append(note.reason())
                .append("; ");
        if (!engines.rejections.isApplied(note.uids())) {
            engines.rejections.apply(note);
            for (int i = 0; i < INSTANCES; i++) {
                if (note.rejected().contains(engines.uids(i))) {
                    model[i].noted(note.reason(), note.uids().sopInstanceUid());
                }
            }
        }
    }

    private void deleteAll() {
        history.append("delete; ");
        engines.deleteAll(engines.store);
        for (RejectionModel each : model) {
            each.deleted();
        }
    }

    /** The next one goes on where it was killed; which step that is, the rows tell. */
    private void deleteAndBeKilled() {
        int writes = random.nextInt(6);
        history.append("delete but for ").append(writes).append(" writes; ");
        List<Boolean> wasDying = new ArrayList<>();
        for (RejectionModel each : model) {
            wasDying.add(each.dying);
        }
        try {
            engines.deleteAll(new StumblingStore(engines.store, writes));
            history.append("(not killed) ");
        } catch (Killed e) {
            history.append("(killed) ");
        }
        for (int i = 0; i < INSTANCES; i++) {
            boolean dying = engines.store
                    .standing(engines.uids(i))
                    .filter(each -> each.state() == InstanceState.DELETING)
                    .isPresent();
            boolean gone = !dying
                    && (wasDying.get(i) || model[i].rejected && engines.kept(i).isEmpty());
            if (dying && !wasDying.get(i)) {
                model[i].marked();
            } else if (gone) {
                model[i].deleted();
            }
        }
    }

    private void assertIsAsModelled(int number) {
        assertThat(engines.isShown(number))
                .as("instance %d is shown after %s", number, history)
                .isEqualTo(model[number].isShown());
        if (model[number].dying) {
            return; // its object may be gone, its row still there, and hidden
        }
        if (model[number].kept) {
            assertThat(engines.kept(number))
                    .as("content of %d after %s", number, history)
                    .hasValueSatisfying(content -> assertThat(content).isEqualTo(engines.content(number)));
        } else {
            assertThat(engines.kept(number))
                    .as("content of %d after %s", number, history)
                    .isEmpty();
        }
    }
}
